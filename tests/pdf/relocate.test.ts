import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relocate } from '../../pipeline/pdf/relocate.ts';

const moves = { object: (number: number) => number + 100, key: (key: number) => key + 7 };

test.each([
  ['<</P 1 0 R/K[2 0 R 3 0 R]>>', '<</P 101 0 R/K[102 0 R 103 0 R]>>'],
  ['[1 12 0 R 0 4 0 R/XYZ null 700 null]', '[1 112 0 R 0 104 0 R/XYZ null 700 null]'],
  ['<</StructParents 0/Rotate 0>>', '<</StructParents 7/Rotate 0>>'],
  ['<</StructParent 12/F 4>>', '<</StructParent 19/F 4>>'],
])('%s is moved to %s', (text, expected) => {
  expect(relocate(text, moves)).toBe(expected);
});

test.each([
  '(see 12 0 R)',
  '(nested (2 0 R) and \\) 3 0 R)',
  '<3120302052>',
  '/A1#200 ',
  '[1 0 0 RG]',
])('%s stays', (text) => {
  expect(relocate(text, moves)).toBe(text);
});

test('what stands after a string of any text is moved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const string = `(${text.replace(/[\\()]/gu, '\\$&')})`;
      expect(relocate(`[${string} 5 0 R]`, moves)).toBe(`[${string} 105 0 R]`);
    }),
  );
});
