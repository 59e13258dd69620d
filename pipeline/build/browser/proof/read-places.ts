/** Where the anchors of a document stand that is laid out in columns on the screen. */
import type { Page } from 'puppeteer';
import type { Places } from '../../../model/edition.ts';
import type { DomElement } from './dom.ts';

declare const document: {
  readonly body: DomElement;
  getElementById(id: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
};
declare function getComputedStyle(element: DomElement): { readonly direction: string };

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
