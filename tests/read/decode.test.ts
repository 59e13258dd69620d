/** Bytes to text: what is wrong with them is a fault with its place. */
import { expect, test } from 'vitest';
import type { Fault } from '../../pipeline/model/draft.ts';
import { decode, pointAt } from '../../pipeline/read/decode.ts';

function decoded(bytes: string | readonly number[]) {
  const faults: Fault[] = [];
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
  const { text } = decode({ path: 'a.md', bytes: all }, (fault) => faults.push(fault));
  return {
    text,
    faults: faults.map(({ rule, place: { start } }) => `${rule} ${start.line}:${start.column}`),
  };
}

test.each<[string, string | readonly number[], string, readonly string[]]>([
  ['text', '# Ψ\n', '# Ψ\n', []],
  ['nothing', '', '', ['empty-file 1:1']],
  ['white space', ' \n\t', ' \n\t', ['empty-file 1:1']],
  ['a byte order mark', '\uFEFFa', 'a', ['byte-order-mark 1:1']],
  ['Latin 1', [0x61, 0x0a, 0x62, 0xe9, 0x63], 'a\nb\uFFFDc', ['not-utf8 2:2']],
  ['a character that is cut off', [0x61, 0xe2, 0x82], 'a\uFFFD', ['not-utf8 1:2']],
  ['a replacement character that the author wrote', 'a\uFFFD', 'a\uFFFD', []],
  ['one before a fault', [0xef, 0xbf, 0xbd, 0x62, 0xff], '\uFFFDb\uFFFD', ['not-utf8 1:3']],
  ['UTF-16', [0xff, 0xfe, 0x61, 0], '\uFFFD\uFFFDa\0', ['not-utf8 1:1']],
])('%s', (_name, bytes, text, faults) => {
  expect(decoded(bytes)).toEqual({ text, faults });
});

test.each([
  ['a\nb', 2, '2:1'],
  ['a\r\nb', 3, '2:1'],
  ['a\rb', 2, '2:1'],
  ['abc', 2, '1:3'],
])('the place of an offset: %j, %i: %s', (text, offset, expected) => {
  const { line, column } = pointAt(text, offset);
  expect(`${line}:${column}`).toBe(expected);
});
