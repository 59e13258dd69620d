/** Formulas that are wider than the text: the browser breaks none, and what reaches out of the area of a page makes all pages of a print smaller. */
import type { Page } from 'puppeteer';
import type { DomElement } from './dom.ts';

declare const document: {
  readonly body: DomElement;
  querySelectorAll(selector: string): Iterable<DomElement>;
};
declare function getComputedStyle(element: DomElement): {
  readonly columnCount: string;
  readonly fontSize: string;
};

/** Whether a document has a formula at all. */
export function hasFormula(html: string): boolean {
  return html.includes('<math');
}

/**
 * Makes each formula that reaches out of its column so small that it does not, in a document that is laid out in columns
 * on the screen. A formula begins where its line does, so that what reaches out is taken from its width alone.
 */
export async function fitFormulas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { body } = document;
    if (getComputedStyle(body).columnCount === 'auto') return;
    // Methods, since those who run TypeScript name other functions by a helper that is not in the tab.
    const formulas = {
      /** How much of its width a formula may have. What stands in it may be wider than its own box. */
      room(formula: DomElement): number {
        const area = body.getBoundingClientRect();
        const rects = [formula, ...formula.querySelectorAll('*')].map((one) =>
          one.getBoundingClientRect(),
        );
        const left = Math.min(...rects.map((rect) => rect.left));
        const right = Math.max(...rects.map((rect) => rect.right));
        const { left: start } = formula.getBoundingClientRect();
        const column = Math.floor((start - area.left + 1) / area.width);
        const from = area.left + column * area.width;
        // Text ends one pixel before the area does.
        const out = Math.max(0, right - (from + area.width - 1), from - left);
        return (right - left - out) / (right - left);
      },
    };
    let wide = [...document.querySelectorAll('math')];
    for (let time = 1; time <= 4 && wide.length > 0; time += 1) {
      // All are read before any is changed: each reading after a change is a layout of its own.
      const rooms = wide.map((formula) => ({ formula, room: formulas.room(formula) }));
      const out = rooms.filter(({ room }) => room < 1);
      for (const { formula, room } of out) {
        const size = Number.parseFloat(getComputedStyle(formula).fontSize) * room;
        formula.setAttribute('style', `font-size: ${Math.floor(size * 50) / 50}px`);
      }
      wide = out.map(({ formula }) => formula);
    }
  });
}
