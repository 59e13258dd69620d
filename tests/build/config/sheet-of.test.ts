/** The paper that the command line and the config ask for. */
import { expect, test } from 'vitest';
import { configSchema } from '../../../pipeline/build/config/config-schema.ts';
import { sheetOf } from '../../../pipeline/build/config/sheet-of.ts';
import { usualSheet } from '../../../pipeline/model/sheet.ts';

const print = (value: object = {}) => configSchema.parse({ print: value }).print;

test('nobody says anything', () => {
  expect(sheetOf(configSchema.parse({}).print, {})).toEqual(usualSheet);
});

test('the command line comes before the config', () => {
  const config = print({ size: 'A5', sides: 1, bleed: '3mm' });
  expect(sheetOf(config, {})).toEqual({ ...usualSheet, size: 'A5', sides: 1, bleed: 3 });
  expect(sheetOf(config, { size: 'letter', sides: '2', bleed: '0', marks: true })).toEqual({
    ...usualSheet,
    size: 'Letter',
    marks: true,
  });
});

test.each([
  [{ size: 'A6' }, '--size A6: expected A4, Letter or A5.'],
  [{ sides: '3' }, '--sides 3: expected 1 or 2.'],
  [{ bleed: '3' }, '--bleed 3: expected millimetres such as 3mm, below 20mm.'],
])('%j', (options, message) => {
  expect(() => sheetOf(print(), options)).toThrow(message);
});
