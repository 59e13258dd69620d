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
  before(...nodes: readonly Element[]): void;
  cloneNode(deep: boolean): Element;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  getClientRects(): Iterable<Rect>;
  isEqualNode(other: Element): boolean;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
  removeAttribute(name: string): void;
  replaceWith(other: Element): void;
  setAttribute(name: string, value: string): void;
}
interface Document {
  readonly head: Element;
  readonly body: Element;
  readonly images: Iterable<{ decode(): Promise<void> }>;
  getElementById(id: string): Element | null;
  importNode(node: Element, deep: boolean): Element;
  querySelectorAll(selector: string): Iterable<Element>;
}
declare const document: Document;
declare const DOMParser: new () => { parseFromString(text: string, type: 'text/html'): Document };
declare function getComputedStyle(element: Element): { readonly direction: string };

/**
 * Makes the document that a tab shows another one: only the children of head and body that differ are replaced, so
 * that the browser lays out no more than these.
 */
export async function replaceContent(page: Page, html: string): Promise<void> {
  await page.evaluate(async (text) => {
    for (const row of document.querySelectorAll('tr.again')) row.remove();
    const wanted = new DOMParser().parseFromString(text, 'text/html');
    for (const [shown, other] of [
      [document.head, wanted.head],
      [document.body, wanted.body],
    ] as const) {
      const [olds, news] = [[...shown.children], [...other.children]];
      if (olds.length !== news.length) shown.replaceWith(document.importNode(other, true));
      else {
        olds.forEach((old, at) => {
          const one = news[at];
          if (one && !old.isEqualNode(one)) old.replaceWith(document.importNode(one, true));
        });
      }
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  }, html);
}

/**
 * Repeats the head of each table at the top of the columns that it goes on in, as a print does on its pages. The rows
 * below move with each, so that the columns of a table come one after another; those of all tables together.
 */
async function repeatHeads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const open = [...document.querySelectorAll('table')].flatMap((table) => {
      const [head] = table.querySelectorAll('thead');
      return head
        ? [{ heads: [...head.children], rows: [...table.querySelectorAll('tbody > tr')] }]
        : [];
    });
    let going = open.map(({ heads, rows }) => ({ heads, rows, next: 1 }));
    while (going.length > 0) {
      // All are read before any is changed: each change after a reading is a layout of its own.
      const found = going.flatMap((one) => {
        const { heads, rows, next } = one;
        const lefts = rows.map((row) => row.getBoundingClientRect().left);
        const at = lefts.findIndex(
          (left, index) => index >= next && Math.abs(left - (lefts[index - 1] ?? left)) > 1,
        );
        return at < 0 ? [] : [{ heads, rows, next: at + 1, row: rows[at] }];
      });
      for (const { heads, row } of found) {
        const copies = heads.map((head) => head.cloneNode(true));
        for (const copy of copies) {
          copy.setAttribute('class', 'again');
          for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
        }
        row?.before(...copies);
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
  await repeatHeads(page);
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
