/** A formula that is wider than the text is broken or made smaller: neither pages nor text become smaller with it. */
import { beforeAll, expect, test } from 'vitest';
import { browserForTests } from '../../support/browser.ts';
import { type Made, make } from '../../support/made-print.ts';
import { poppler } from '../../support/poppler.ts';
import { flow } from '../../support/resolved.ts';
import { samplePlan } from './sample.ts';

const { printer } = browserForTests();

const sum = (letter: string, count: number) =>
  Array.from({ length: count }, () => `<mi>${letter}</mi>`).join('<mo>+</mo>');
const formulas = `
  <p>Started <math>${sum('m', 30)}</math> plainly.</p>
  <math display="block">${sum('q', 60)}</math>
  <math display="block"><mfrac><mrow>${sum('w', 30)}</mrow><mn>2</mn></mfrac></math>`;

/** The words of a print, each with its box in points. */
async function words(pdf: Uint8Array) {
  const text = await poppler('pdftotext', pdf, ['-bbox']);
  const found = text.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu,
  );
  return [...found].map(([, left, top, right, bottom, word = '']) => ({
    word,
    right: Number(right),
    width: Number(right) - Number(left),
    height: Number(bottom) - Number(top),
  }));
}

let plain: Made;
let wide: Made;
beforeAll(async () => {
  plain = await make(samplePlan({ body: flow('<p>Started plainly.</p>') }), printer);
  wide = await make(samplePlan({ body: flow(formulas) }), printer);
}, 120_000);

test('pages and text are as large as without it, and one print is enough', async () => {
  const sizes = async (made: Made) =>
    /Page size:.*/u.exec(await poppler('pdfinfo', made.bytes))?.[0];
  const started = async (made: Made) =>
    (await words(made.bytes)).find(({ word }) => word === 'Started');
  expect(await sizes(wide)).toBe(await sizes(plain));
  const [one, other] = [await started(wide), await started(plain)];
  expect(one?.width).toBeCloseTo(other?.width ?? 0, 2);
  expect(wide.prints).toBe(1);
});

test('no formula reaches out of the text, and letters can be read', async () => {
  const all = await words(wide.bytes);
  const edge = Math.max(...(await words(plain.bytes)).map(({ right }) => right));
  const heights = (letter: string) =>
    all
      // Its letters are slanted ones of mathematics, which no word of the text has.
      .filter(({ word }) => !/[a-z]/u.test(word) && word.normalize('NFKC').includes(letter))
      .map(({ height }) => height);
  expect(Math.max(...all.map(({ right }) => right))).toBeLessThanOrEqual(edge + 0.75);
  expect(heights('q').length).toBeGreaterThan(1);
  // What is broken stays as large as it is; what cannot be is as small as it must be.
  const whole = Math.max(...heights('q'));
  expect(Math.min(...heights('q'))).toBeCloseTo(whole, 1);
  expect(Math.min(...heights('m'), ...heights('w'))).toBeGreaterThan(0.45 * whole);
});
