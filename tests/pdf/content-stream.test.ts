import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operatorsOf } from '../../pipeline/pdf/content-stream.ts';

/** Each operator with its operands, as written. */
function split(stream: string): string[] {
  const bytes = Buffer.from(stream, 'latin1');
  return [...operatorsOf(bytes)].map(({ start, end }) =>
    bytes.subarray(start, end).toString('latin1'),
  );
}

test('operators take their operands along', () => {
  expect(split('q 1 0 0 -1 .5 -3 cm\n/G3 gs f* Q')).toEqual([
    'q',
    '1 0 0 -1 .5 -3 cm',
    '/G3 gs',
    'f*',
    'Q',
  ]);
});

test('what looks like an operator in a string is none', () => {
  expect(split('BT (EMC \\) \\\\) Tj (a (b) Q) Tj <51> Tj ET')).toEqual([
    'BT',
    '(EMC \\) \\\\) Tj',
    '(a (b) Q) Tj',
    '<51> Tj',
    'ET',
  ]);
});

test('property lists and arrays belong to their operator', () => {
  expect(
    split('/Span<</ActualText <FEFF00AD> /MCID 3 /K [1 [2]] /B true>>BDC [(a)-3(b)]TJ EMC'),
  ).toEqual([
    '/Span<</ActualText <FEFF00AD> /MCID 3 /K [1 [2]] /B true>>BDC',
    '[(a)-3(b)]TJ',
    'EMC',
  ]);
});

test('an inline image is one operator, whatever its bytes are', () => {
  expect(split('q BI /W 2 /H 2 ID \x80EI \x00Q f\x01 EI Q')).toEqual([
    'q',
    'BI /W 2 /H 2 ID \x80EI \x00Q f\x01 EI',
    'Q',
  ]);
});

test('comments are passed over', () => {
  expect(split('q % f EMC\nQ')).toEqual(['q', 'Q']);
});

test('a stream that breaks off gives what is whole', () => {
  for (const broken of ['q (never closed', 'q <41', 'q BI ID \x00', 'q /', 'q <<', 'q 1 2']) {
    expect(split(broken)[0]).toBe('q');
  }
});

test('any bytes: operators are in order and never overlap', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      let last = 0;
      for (const { start, end } of operatorsOf(bytes)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(bytes.length);
        last = end;
      }
    }),
  );
});
