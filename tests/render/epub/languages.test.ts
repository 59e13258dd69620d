/** Books in other languages and directions, and in several at once. */
import { expect, test } from 'vitest';
import { makeBook, unpack } from '../../support/book.ts';
import { planWithGermanSection } from '../../support/german-section.ts';
import { smallPlan } from '../../support/small-plan.ts';

const english = unpack(await makeBook(smallPlan()));
const arabic = unpack(
  await makeBook(smallPlan({ lang: 'ar', dir: 'rtl', handling: 'OFFICIAL', draft: true })),
);
const text = (book: ReadonlyMap<string, string>, name: string) => book.get(`OEBPS/${name}`) ?? '';

test('a book from right to left says so to shelves, to pages and to every document', () => {
  expect(text(arabic, 'content.opf')).toContain(
    '<spine toc="ncx" page-progression-direction="rtl">',
  );
  expect(text(arabic, 'content.opf')).toMatch(/<package [^>]*xml:lang="ar" dir="rtl">/u);
  const documents = [...arabic].filter(([name]) => name.endsWith('.xhtml'));
  expect(documents.length).toBeGreaterThan(8);
  for (const [name, xhtml] of documents)
    expect(xhtml, name).toMatch(/<html [^>]*lang="ar" dir="rtl" xml:lang="ar"/u);
  expect(text(english, 'content.opf')).not.toContain('page-progression-direction');
});

test('its cover has the bar at the right', () => {
  expect(text(arabic, 'cover.svg')).toContain('<rect x="1560" width="40"');
  expect(text(english, 'cover.svg')).toContain('<rect width="40"');
});

test('a section in another language says so, in its document and in the contents; our own words stay ours', () => {
  const section = text(english, '2-2-trees.xhtml');
  expect(section).toMatch(
    /<section class="section" id="s-2-2" lang="ar" dir="auto" [^>]*xml:lang="ar"/u,
  );
  expect(section).toMatch(/<p class="gap" lang="en" dir="ltr" xml:lang="en">/u);
  expect(text(english, 'toc.xhtml')).toMatch(
    /<li lang="ar" dir="auto" xml:lang="ar"><a href="2-2-trees.xhtml">/u,
  );
  expect(text(english, '2-water.xhtml')).toMatch(/<li lang="ar" dir="auto" xml:lang="ar">/u);
});

test('every word of ours in a section of another language is marked', async () => {
  const plan = await planWithGermanSection();
  const [, section = ''] =
    [...unpack(await makeBook(plan))].find(([, one]) => one.includes('Eichen')) ?? [];
  const ours = 'lang="en" dir="ltr" xml:lang="en"';
  expect(section).toContain(`<span class="role" ${ours}>`);
  expect(section).toContain(`<dt ${ours}>Target</dt><dd>5</dd>`);
  expect(section).toMatch(new RegExp(`<aside [^>]*aria-label="Note 1" ${ours}>`, 'u'));
  expect(section).toMatch(/<div lang="de" dir="auto" xml:lang="de">(?:<p>)?Eichen/u);
  expect(section).toMatch(/<h2 id="[^"]*-recommendation-title">Empfehlung</u);
  expect(text(english, '2-2-trees.xhtml')).toContain(
    `<h2 id="trees-background-title" ${ours}>Background</h2>`,
  );
});

test('a phrase in another language says so to browsers and to XML’s tools', () => {
  expect(text(english, '2-1-streets.xhtml')).toContain(
    '<span lang="nl" xml:lang="nl">vasthouden, bergen, afvoeren</span>',
  );
});

test('the cover is a picture of its own, and its words are all that stands on it', () => {
  const cover = text(arabic, 'cover.xhtml');
  const [, alt = ''] = /<img src="cover\.svg" alt="([^"]*)" role="doc-cover"/u.exec(cover) ?? [];
  for (const words of [
    'Cool City 2035',
    'A plan for heat and water in the City of Estrand',
    'City of Estrand, Ask Valley Water Board',
    'Consultation draft',
    'OFFICIAL',
  ])
    expect(alt).toContain(words);
  expect(text(arabic, 'cover.svg')).toContain(`<title>${alt.replace(/^[^:]*: /u, '')}</title>`);
});

test('tables and figures are listed, and each entry leads to its block', () => {
  const plan = smallPlan({
    tables: [
      { anchor: 't-1', page: '2-water/2-1-streets.html', number: 1, caption: 'The first streets' },
    ],
    figures: [
      {
        anchor: 'f-1',
        page: '2-water/2-1-streets.html',
        number: 1,
        caption: 'A street that drinks, cut across',
      },
    ],
    pages: new Map([
      ...smallPlan().pages,
      ['t-1', '2-water/2-1-streets.html'],
      ['f-1', '2-water/2-1-streets.html'],
    ]),
  });
  return makeBook(plan).then((bytes) => {
    const book = unpack(bytes);
    const section = text(book, '2-1-streets.xhtml');
    for (const [type, anchor] of [
      ['lot', 't-1'],
      ['loi', 'f-1'],
    ]) {
      expect(text(book, 'toc.xhtml')).toMatch(
        new RegExp(`epub:type="${type}".*?href="2-1-streets\\.xhtml#${anchor}"`, 'su'),
      );
      expect(section).toContain(`id="${anchor}"`);
    }
  });
});
