/** Prints that may not be published, from the real browser: a blank page, another size, another font. */
import { expect, test } from 'vitest';
import { loadFonts } from '../../../pipeline/build/fonts.ts';
import { ToolError } from '../../../pipeline/model/errors.ts';
import { checkPrint, type Expected } from '../../../pipeline/render/pdf/check-print.ts';
import { readPrint } from '../../../pipeline/render/pdf/finish/read-print.ts';
import { inspect } from '../../../pipeline/render/pdf/inspect.ts';
import { browserForTests } from '../../support/browser.ts';

const { printer } = browserForTests();
const fonts = await loadFonts(process.cwd());
const sans = fonts.find(
  ({ family, weight, style }) => family === 'Source Sans 3' && weight === 400 && style === 'normal',
);
const bytes = sans?.bytes ?? new Uint8Array();

/** A5: 148 × 210 mm. */
const size: Expected['size'] = [419.53, 595.28];
const whole: Expected = { size, blanks: new Set(), fonts };

/** A print of two pages, in the edition's own font unless the style says otherwise. */
async function print(style = '', second = 'Second') {
  const html = `<!doctype html><html lang="en"><title>x</title><style>
    @font-face { font-family: "Source Sans 3"; src: url(sans.woff2) }
    @page { size: A5 } body { font-family: "Source Sans 3" } ${style}</style>
    <p>First</p><p class="second" style="break-before: page">${second}</p>`;
  const files = new Map([['sans.woff2', { bytes, mediaType: 'font/woff2' }]]);
  return readPrint(await printer.print({ html, files, tagged: true }));
}

test('a whole print passes', async () => {
  const made = await print();
  expect(() => checkPrint(made, whole)).not.toThrow();
});

test('a blank page is refused, unless it is blank on purpose', async () => {
  const made = await print('', '');
  expect(() => checkPrint(made, whole)).toThrow('Page 2 of the print is blank.');
  expect(() => checkPrint(made, { ...whole, blanks: new Set([1]) })).not.toThrow();
});

test('a page of another size is refused, one that lies on its side is not', async () => {
  const made = await print();
  expect(() => checkPrint(made, { ...whole, size: [595.28, 841.89] })).toThrow(
    'Page 1 of the print came out as 420 × 595 pt, not 595 × 842 pt.',
  );
  const turned = await print('@page { size: A5 landscape }');
  expect(() => checkPrint(turned, whole)).not.toThrow();
});

test('a font that is none of the edition’s is refused, by its name', async () => {
  const made = await print();
  const serifOnly = fonts.filter(({ family }) => family === 'Source Serif 4');
  expect(() => checkPrint(made, { ...whole, fonts: serifOnly })).toThrow(ToolError);
  expect(() => checkPrint(made, { ...whole, fonts: serifOnly })).toThrow(
    /^The print uses the font "SourceSans3-Regular", which is none of the edition's own/u,
  );
});

test('no font of the machine’s can be had at all', async () => {
  const made = await print('.second { font-family: monospace, "DejaVu Sans Mono", fantasy }');
  expect(inspect(made).fonts.map(({ name }) => name)).toEqual(['SourceSans3-Regular']);
});
