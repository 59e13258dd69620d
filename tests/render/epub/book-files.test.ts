/** A book that goes on from the one before is the book that is made from nothing, and writes only what has changed. */
import { expect, test } from 'vitest';
import type { PageMap, Templates } from '../../../pipeline/model/edition.ts';
import { epubEdition } from '../../../pipeline/render/epub/epub-edition.ts';
import { bookContext } from '../../support/book.ts';
import { remembering } from '../../support/remembering.ts';
import { resolvePlan } from '../../support/resolve.ts';

const section = (number: string, title: string, text: string) =>
  `---\nsequence: "${number}"\n---\n\n# ${title}\n\n## Background\n\n${text}\n\n## Stakeholders\n\n- Office ${number}\n`;
const files: Readonly<Record<string, string>> = {
  'plan.md': '---\nlang: en\ndate: 2026-01-01\n---\n\n# Cool City\n\nWords.\n',
  '1-people/goal.md': '---\nsequence: "1"\n---\n\n# People\n',
  '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hot.[^a] [Cold](1.2-cold.md)\n\n[^a]: Very.'),
  '1-people/1.2-cold.md': section('1.2', 'Cold', 'Table: Days\n\n| a |\n| - |\n| 1 |'),
  '1-people/1.3-rain.md': section('1.3', 'Rain', 'Wet, and `code` with **strong** *words*: مطر'),
};

/** The templates, and which of them were used. */
function watched(templates: Templates): { readonly templates: Templates; readonly used: string[] } {
  const used: string[] = [];
  const render = (name: string, view: object) => {
    used.push(name);
    return templates.render(name, view);
  };
  return { templates: { render }, used };
}

async function bookOf(
  plan: ReturnType<typeof resolvePlan>,
  rest: Partial<ReturnType<typeof bookContext>>,
): Promise<Uint8Array> {
  const { artifacts } = await epubEdition.render(plan, { ...bookContext('en'), ...rest });
  return artifacts[0]?.bytes ?? new Uint8Array();
}

/** The documents' templates that were used after an edit. */
async function after(
  edit: Readonly<Record<string, string>>,
  {
    pageMap,
    spoil = (book) => book,
  }: {
    readonly pageMap?: PageMap;
    readonly spoil?: (book: Uint8Array) => Uint8Array | undefined;
  } = {},
): Promise<readonly string[]> {
  const known = remembering();
  const before = spoil(await bookOf(resolvePlan(files, known), { known, pageMap }));
  const { templates, used } = watched(bookContext('en').templates);
  const readStanding = () => before;
  const edited = { ...files, ...edit };
  const rest = { known, pageMap, templates, readStanding };
  const book = await bookOf(resolvePlan(edited, known), rest);
  expect(Buffer.from(book).equals(await bookOf(resolvePlan(edited), { pageMap }))).toBe(true);
  return used.filter((name) => !/fonts\.css|package|cover\.svg/u.test(name));
}

test('no document, where nothing changed', async () => {
  expect(await after({})).toEqual([]);
});

test('its document alone, where a word of a section changed', async () => {
  const edit = { '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hotter.') };
  expect(await after(edit)).toEqual(['epub/section']);
});

test('all documents, where others may show it: a title', async () => {
  const edit = { '1-people/1.1-heat.md': section('1.1', 'More heat', 'Hot.') };
  expect((await after(edit)).filter((name) => name === 'epub/section')).toHaveLength(3);
});

test('the pages of the print are marked as before, where a word changed behind them', async () => {
  const pageMap: PageMap = {
    pages: ['i', '1', '2', '3'].map((label) => ({ label })),
    anchors: new Map([
      ['plan', 0],
      ['section-1-1-heat', 1],
      ['section-1-2-cold', 2],
      ['section-1-3-rain', 3],
    ]),
  };
  const edit = { '1-people/1.2-cold.md': section('1.2', 'Cold', 'None.') };
  const used = await after(edit, { pageMap });
  expect(used.filter((name) => name === 'epub/section').length).toBeLessThan(3);
});

test.for([
  ['is gone', () => undefined],
  ['is another', () => new TextEncoder().encode('something else, of more than thirty bytes')],
  [
    'was changed',
    (book: Uint8Array) => {
      const changed = Uint8Array.from(book);
      // In the middle of some document, whose length stays.
      changed[Math.floor(book.length / 3)] = (book[Math.floor(book.length / 3)] ?? 0) ^ 1;
      return changed;
    },
  ],
] as const)('the book before %s: what it does not give is written again', async ([, spoil]) => {
  await after({}, { spoil });
});
