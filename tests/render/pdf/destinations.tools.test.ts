import { expect, test } from 'vitest';
import { readDestinations } from '../../../pipeline/render/pdf/destinations.ts';
import { readPrint } from '../../../pipeline/render/pdf/finish/read-print.ts';
import { inspect } from '../../../pipeline/render/pdf/inspect.ts';
import { browserForTests } from '../../support/browser.ts';

const { printer } = browserForTests();

const html = `<!doctype html><html lang="en"><title>Pages</title>
<style>@page { size: A5 } @page wide { size: A5 landscape } .wide { page: wide }</style>
<p><a href="#second">to the second</a> <a href="#größe">to the third</a></p>
<p id="second" style="break-before: page">Second. <a href="#nowhere">nowhere</a></p>
<div class="wide"><p id="größe">Third</p></div>
<p style="break-before: page">&nbsp;</p>`;

test.each([true, false])('destinations and pages of a print, tagged: %s', async (tagged) => {
  const print = await printer.print({ html, files: new Map(), tagged });

  const { pageCount, pages } = readDestinations(print);
  expect(pageCount).toBe(4);
  expect(Object.fromEntries(pages)).toEqual({ second: 1, größe: 2 });

  const inspection = inspect(await readPrint(print));
  expect(
    inspection.pages.map(({ width, height }) => [Math.round(width), Math.round(height)]),
  ).toEqual([
    [420, 595],
    [420, 595],
    [595, 420],
    [420, 595],
  ]);
  expect(inspection.pages[0]?.hasText).toBe(true);
  expect(inspection.fonts.every(({ embedded }) => embedded)).toBe(true);
});

test('a page without text is told apart', async () => {
  const blank = `<!doctype html><title>x</title><style>p { height: 20mm; background: #ccc }</style>
    <p></p><div style="break-before: page; opacity: .5">Text in a group of its own</div>`;
  const print = await printer.print({ html: blank, files: new Map(), tagged: true });
  expect(inspect(await readPrint(print)).pages.map(({ hasText }) => hasText)).toEqual([
    false,
    true,
  ]);
});

test('what is no print raises an error', () => {
  expect(() => readDestinations(Buffer.from('not a PDF'))).toThrow('no cross-reference table');
});
