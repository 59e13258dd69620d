/** A document in a tab that is laid out on the screen: what of it changes is put in, and where its anchors stand is read. */
import type { Page } from 'puppeteer';
import type { Places } from '../../model/edition.ts';

/** What the browser offers where the functions below run. */
interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
interface Element {
  readonly children: Iterable<Element>;
  /** In lengths of its own, which its zoom makes larger or smaller. */
  readonly scrollWidth: number;
  readonly currentCSSZoom: number;
  append(node: Element): void;
  before(node: Element): void;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  getClientRects(): Iterable<Rect>;
  isEqualNode(other: Element): boolean;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
  replaceWith(other: Element): void;
  setAttribute(name: string, value: string): void;
}
interface Document {
  readonly head: Element;
  readonly body: Element;
  createElement(name: string): Element;
  readonly images: Iterable<{ decode(): Promise<void> }>;
  getElementById(id: string): Element | null;
  importNode(node: Element, deep: boolean): Element;
  querySelectorAll(selector: string): Iterable<Element>;
}
declare const document: Document;
declare const DOMParser: new () => { parseFromString(text: string, type: 'text/html'): Document };
declare function getComputedStyle(element: Element): { readonly direction: string };

declare const window: { asked?: Document };

/** Takes out the room for the heads of tables, which a print repeats itself. */
export async function closeRooms(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tr.again')) row.remove();
  });
}

/**
 * Makes the document that a tab shows another one: only the children of head and body that differ are replaced, so
 * that the browser lays out no more than these.
 */
export async function replaceContent(page: Page, html: string): Promise<void> {
  await page.evaluate(async (text) => {
    const wanted = new DOMParser().parseFromString(text, 'text/html');
    // What is shown has room for the heads of tables, too: compared is what was asked for.
    const before = window.asked ?? document;
    for (const [shown, known, other] of [
      [document.head, before.head, wanted.head],
      [document.body, before.body, wanted.body],
    ] as const) {
      const [olds, news, asked] = [[...shown.children], [...other.children], [...known.children]];
      if (olds.length !== news.length) shown.replaceWith(document.importNode(other, true));
      else {
        olds.forEach((old, at) => {
          const [one, same] = [news[at], asked[at]];
          if (one && !same?.isEqualNode(one)) old.replaceWith(document.importNode(one, true));
        });
      }
    }
    window.asked = wanted;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  }, html);
}

/**
 * Leaves room for the head of each table at the top of the columns that it goes on in: a print repeats it on its pages.
 * The rows below move with each, so that the columns of a table come one after another; those of all tables together.
 */
async function leaveRoomForHeads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const open = [...document.querySelectorAll('table')].flatMap((table) => {
      const [head] = table.querySelectorAll('thead');
      const rows = [...table.querySelectorAll('tbody > tr')];
      return head && rows.length > 1 ? [{ head, rows, next: 1 }] : [];
    });
    let going = open;
    while (going.length > 0) {
      // All are read before any is changed: each reading after a change is a layout of its own.
      const found = going.flatMap(({ head, rows, next }) => {
        const lefts = rows.map((row) => row.getBoundingClientRect().left);
        const at = lefts.findIndex(
          (left, index) =>
            index >= next &&
            Math.abs(left - (lefts[index - 1] ?? left)) > 1 &&
            rows[index]?.getAttribute('class') !== 'again',
        );
        const height = head.getBoundingClientRect().height / head.currentCSSZoom;
        return at < 0 ? [] : [{ head, rows, next: at + 1, row: rows[at], height }];
      });
      for (const { head, row, height } of found) {
        let columns = 0;
        for (const cell of head.querySelectorAll('tr:first-child > *')) {
          columns += Number(cell.getAttribute('colspan') ?? 1);
        }
        const room = document.createElement('tr');
        const cell = document.createElement('td');
        // A cell that spans all columns makes none of them wider.
        cell.setAttribute('colspan', String(columns));
        cell.setAttribute('style', `height: ${height}px`);
        room.setAttribute('class', 'again');
        room.append(cell);
        row?.before(room);
      }
      going = found;
    }
  });
}

/** CSS pixels in a point. */
const pixels = 96 / 72;

/**
 * Where every anchor stands that a link of the page leads to. The body is set in columns, each as large as the area of
 * a page, so that a column is a page. What reaches above the area belongs to the page before, as it does in a print.
 */
export async function readPlaces(page: Page): Promise<Places> {
  await leaveRoomForHeads(page);
  const { columns, spots } = await page.evaluate(() => {
    const { body } = document;
    const area = body.getBoundingClientRect();
    const fromRight = getComputedStyle(body).direction === 'rtl';
    const names = new Set<string>();
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      names.add(link.getAttribute('href')?.slice(1) ?? '');
    }
    const found: (readonly [name: string, column: number, down: number])[] = [];
    for (const name of names) {
      const rects = [...(document.getElementById(name)?.getClientRects() ?? [])];
      // What begins at the end of a column without anything of it begins on the next one.
      const rect = rects.find(({ height }) => height > 0) ?? rects[0];
      if (!rect) continue;
      const middle = rect.left + rect.width / 2;
      const across = fromRight ? area.right - middle : middle - area.left;
      const column = Math.floor(across / area.width);
      const down = rect.top - area.top;
      found.push(
        down < 0 && column > 0 ? [name, column - 1, down + area.height] : [name, column, down],
      );
    }
    const wide = body.scrollWidth * body.currentCSSZoom;
    return { columns: Math.round(wide / area.width), spots: found };
  });
  return {
    pageCount: columns,
    pages: new Map(spots.map(([name, column]) => [name, column])),
    offsets: new Map(spots.map(([name, , down]) => [name, down / pixels])),
    turned: new Set(),
  };
}
