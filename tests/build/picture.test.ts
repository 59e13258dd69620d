/** A picture is looked into, so that no edition shows a hole, and none runs a program. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureFault, sizeOf } from '../../pipeline/build/picture.ts';
import { pictureType } from '../../pipeline/build/picture-type.ts';

const png = readFileSync('tests/check/rules/missing-image/Heat.png');
const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
);

test.each([
  ['a/map.PNG', 'image/png'],
  ['map.jpeg', 'image/jpeg'],
  ['map.svg', 'image/svg+xml'],
  ['map.tiff', undefined],
  ['png', undefined],
])('%s: %s', (name, type) => {
  expect(pictureType(name)).toBe(type);
});

test.each([
  ['a PNG picture', 'a.png', png, undefined],
  ['a drawing', 'a.svg', svg, undefined],
  ['an empty file', 'a.png', new Uint8Array(), 'it is empty'],
  ['a page saved by mistake', 'a.png', new TextEncoder().encode('<html>'), 'it holds no picture'],
  ['a PNG picture called JPEG', 'a.jpg', png, 'it holds a picture of the kind png'],
  ['a drawing called PNG', 'a.png', svg, 'it holds a picture of the kind svg'],
  ['a PNG picture called drawing', 'a.svg', png, 'it is not UTF-8'],
  ['a drawing of 6 MB', 'a.svg', new Uint8Array(6_000_000), 'it is larger than 5 MB'],
])('%s', (_name, name, bytes, detail) => {
  expect(pictureFault(name, bytes)?.detail).toBe(detail);
});

test('the size is in CSS pixels', () => {
  expect(sizeOf(svg)).toMatchObject({ width: 4, height: 2 });
  expect(sizeOf(new Uint8Array())).toMatchObject({ width: undefined, height: undefined });
});
