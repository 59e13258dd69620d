import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip, writeZip, zipEntry } from '../../../pipeline/render/epub/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const long = 'a line of text, and another one\n'.repeat(500);
const entries = [
  zipEntry('mimetype', bytes('application/epub+zip'), false),
  zipEntry('OEBPS/long.xhtml', bytes(long), true),
  zipEntry('OEBPS/empty.xhtml', bytes(''), true),
];
const archive = writeZip(entries);

test('another program finds every file in it', () => {
  const found = Object.entries(unzipSync(archive)).map(([name, file]) => [name, strFromU8(file)]);
  expect(found).toEqual([
    ['mimetype', 'application/epub+zip'],
    ['OEBPS/long.xhtml', long],
    ['OEBPS/empty.xhtml', ''],
  ]);
  expect(archive.byteLength).toBeLessThan(1000);
});

test('its entries are those that it was written from, and make the same archive again', () => {
  const read = [...readZip(archive).values()];
  expect(read.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  expect(Buffer.from(writeZip(read)).equals(archive)).toBe(true);
});

test.for([
  ['nothing', new Uint8Array()],
  ['no archive', bytes('no archive at all, but a text of more than thirty bytes')],
  ['an archive that is cut short', archive.subarray(0, 100)],
] as const)('%s has no entries', ([, what]) => {
  expect([...readZip(what).keys()]).toEqual([]);
});
