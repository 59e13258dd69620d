import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePiece, encodePiece } from '../../../pipeline/render/pdf/piece-bytes.ts';
import type { PrintedPiece } from '../../../pipeline/render/pdf/print-pieces.ts';

const piece: PrintedPiece = {
  places: {
    pageCount: 2,
    pages: new Map([['ä', 1]]),
    offsets: new Map([['ä', 12.5]]),
    turned: new Set([1]),
  },
  fragment: {
    producer: 'A printer',
    objects: [
      { text: '<</Type/Page/Parent 2 0 R>>' },
      { text: '<</Length 3>>', contents: Buffer.from([0, 255, 10]) },
      { text: '(\u00E4\u00FF)' },
      { text: '<</Length 0>>', contents: Buffer.alloc(0) },
    ],
    pages: [3],
    tops: [5],
    parents: [
      [0, [0, 5]],
      [1, 5],
    ],
    ids: [['67:000001', 5]],
    destinations: [['/g', '[3 0 R/XYZ null 1 null]']],
    links: ['/g'],
  },
};

test('a piece comes back as it was', () => {
  expect(decodePiece(encodePiece(piece))).toEqual(piece);
  const short = { ...piece, fragment: undefined };
  expect(decodePiece(encodePiece(short))).toEqual(short);
});

test('what is cut off, or longer, is none', () => {
  const bytes = Buffer.from(encodePiece(piece));
  expect(decodePiece(undefined)).toBeUndefined();
  expect(decodePiece(Buffer.concat([bytes, Buffer.from('x')]))).toBeUndefined();
  for (let length = 0; length < bytes.length; length += 7) {
    expect(decodePiece(bytes.subarray(0, length))).toBeUndefined();
  }
});

test('any bytes are read without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(decodePiece(bytes)).toBeUndefined();
    }),
  );
});
