import { expect, test } from 'vitest';
import { makeBook, unpack } from '../../support/book.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';

const book = await makeBook(harbour, harbourPages);
const files = unpack(book);

test('the book has these files', async () => {
  await expect(`${[...files.keys()].join('\n')}\n`).toMatchFileSnapshot('golden/harbour/files.txt');
});

test.each([...files].filter(([name]) => /\.(?:xhtml|opf|ncx|css)$/u.test(name)))(
  '%s is as a person reviewed it',
  async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/harbour/${name.replace('OEBPS/', '')}`);
  },
);

test('the container starts with its media type, stored, as OCF 4.3 asks', () => {
  const head = Buffer.from(book.subarray(0, 58)).toString('latin1');
  expect(head.slice(0, 4)).toBe('PK\x03\x04');
  expect(book[8]).toBe(0);
  expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
});

test.each(['Pacific/Auckland', 'America/St_Johns'])(
  'the same plan gives the same bytes again, in the time zone of %s',
  async (zone) => {
    const { TZ } = process.env;
    process.env['TZ'] = zone;
    try {
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(Buffer.from(await makeBook(harbour, harbourPages)).equals(book)).toBe(true);
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  },
);

test('without a print there is no page list and no claim of one', async () => {
  const plain = unpack(await makeBook(harbour));
  const all = [...plain.values()].join('\n');
  expect(all).not.toMatch(/pagebreak|page-list|pageNavigation|pageBreakMarkers|pgsrc|pageTarget/u);
});

test('a draft says so on every page', async () => {
  const draft = unpack(await makeBook({ ...harbour, draft: true }));
  for (const [name, text] of draft) {
    if (name.endsWith('.xhtml')) expect(text, name).toContain('<p class="draft-mark">Draft</p>');
  }
});
