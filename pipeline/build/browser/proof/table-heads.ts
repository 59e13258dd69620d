/** Room for the heads of tables in the columns on the screen: in a print the browser repeats them itself. */
import type { Page } from 'puppeteer';
import type { DomElement } from './dom.ts';

declare const document: {
  createElement(name: string): DomElement;
  querySelectorAll(selector: string): Iterable<DomElement>;
};

/** A table, with the index of the first row that was not looked at yet. */
interface OpenTable {
  readonly head: DomElement;
  readonly rows: readonly DomElement[];
  readonly next: number;
}

/** Takes the room out again. */
export async function closeRooms(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tr.again')) row.remove();
  });
}

/**
 * Leaves room for the head of each table at the top of the columns that it goes on in. The rows below move with each, so
 * that the columns of a table come one after another; those of all tables together.
 */
export async function leaveRooms(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Methods, since those who run TypeScript name other functions by a helper that is not in the tab.
    const rooms = {
      is(row: DomElement): boolean {
        return row.getAttribute('class') === 'again';
      },
      /** Not in the document yet. */
      of(head: DomElement): DomElement {
        let columns = 0;
        for (const cell of head.firstElementChild?.children ?? []) {
          columns += Number(cell.getAttribute('colspan') ?? 1);
        }
        const [room, cell] = [document.createElement('tr'), document.createElement('td')];
        // A cell that spans all columns makes none of them wider.
        cell.setAttribute('colspan', String(columns));
        const height = head.getBoundingClientRect().height / head.currentCSSZoom;
        cell.setAttribute('style', `height: ${height}px`);
        room.setAttribute('class', 'again');
        room.append(cell);
        return room;
      },
    };
    let going: readonly OpenTable[] = [...document.querySelectorAll('table')].flatMap((table) => {
      const [head] = table.querySelectorAll('thead');
      const rows = [...table.querySelectorAll('tbody > tr')];
      return head && rows.length > 1 ? [{ head, rows, next: 1 }] : [];
    });
    while (going.length > 0) {
      // All are read before any is changed: each reading after a change is a layout of its own.
      const found = going.flatMap(({ head, rows, next }) => {
        const lefts = rows.map((row) => row.getBoundingClientRect().left);
        const at = rows.findIndex((row, index) => {
          const before = lefts[index - 1] ?? 0;
          const isTop = Math.abs((lefts[index] ?? before) - before) > 1;
          return index >= next && isTop && !rooms.is(row);
        });
        const row = rows[at];
        return row ? [{ head, rows, next: at + 1, row, room: rooms.of(head) }] : [];
      });
      for (const { row, room } of found) row.before(room);
      going = found;
    }
  });
}
