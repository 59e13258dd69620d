import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readToUnicode, writeToUnicode } from '../../pipeline/pdf/to-unicode.ts';

const read = (text: string) => [...readToUnicode(Buffer.from(text, 'latin1'))];

test('single codes, ranges, and ranges with a list', () => {
  const cmap = `2 beginbfchar
<0001> <0020>
<01A1> <00660069>
endbfchar
2 beginbfrange
<0010> <0012> <0041>
<0020> <0021> [<0078> <D83DDE00>]
endbfrange`;
  expect(read(cmap)).toEqual([
    [1, ' '],
    [0x1a1, 'fi'],
    [0x10, 'A'],
    [0x11, 'B'],
    [0x12, 'C'],
    [0x20, 'x'],
    [0x21, '😀'],
  ]);
});

test('a range without end, and no map at all', () => {
  expect(read('1 beginbfrange\n<0001> <FFFFFFFF> <0041>\nendbfrange').length).toBeLessThan(70_000);
  expect(read('no map')).toEqual([]);
});

test('what is written is read again', () => {
  const texts = fc.dictionary(
    fc.integer({ min: 0, max: 0xffff }).map(String),
    fc.string({ minLength: 1, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(texts, (entries) => {
      const map = new Map(Object.entries(entries).map(([code, text]) => [Number(code), text]));
      expect(readToUnicode(writeToUnicode(map))).toEqual(
        new Map([...map].sort(([a], [b]) => a - b)),
      );
    }),
  );
});
