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
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  getClientRects(): ArrayLike<Rect>;
  isEqualNode(other: Element): boolean;
  replaceWith(other: Element): void;
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

/** CSS pixels in a point. */
const pixels = 96 / 72;

/**
 * Where every anchor stands that a link of the page leads to. The body is set in columns, each as large as the area of
 * a page, so that a column is a page. What reaches above the area belongs to the page before, as it does in a print.
 */
export async function readPlaces(page: Page): Promise<Places> {
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
      const rect = document.getElementById(name)?.getClientRects()[0];
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
