import { expect, test } from 'vitest';
import { toGrey } from '../../../../pipeline/render/pdf/finish/to-grey.ts';

test.each([
  ['1 0 0 rg 0 0 9 9 re f', '0.2126 g 0 0 9 9 re f'],
  ['q .5 .5 .5 RG 0 0 m S Q', 'q 0.5 G 0 0 m S Q'],
  ['0 0 0 1 k (rg) Tj', '0 g (rg) Tj'],
  ['0.3 g f', '0.3 g f'],
])('%s', (content, expected) => {
  expect(Buffer.from(toGrey(Buffer.from(content))).toString()).toBe(expected);
});
