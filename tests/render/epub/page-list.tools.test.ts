/** "Page 12" means the same in print and book: the real print is made and read by poppler, and the real book beside it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { lettersOf, type MarkInBook, marksIn, pageList } from '../../support/book-pages.ts';
import { browserForTests } from '../../support/browser.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { poppler } from '../../support/poppler.ts';
import { printAndBook, resolvedPlan, resolvedSources, sourcesOf } from '../../support/sources.ts';

const { printer } = browserForTests();

/** `SECTIONS=400` compares a long plan: minutes, most of them for the print. */
const sections = Number(process.env['SECTIONS'] ?? 60);

const plans = {
  'cool-city': () => resolvedSources('cool-city'),
  nato2020: () => resolvedSources('nato2020'),
  [`a generated plan of ${sections} sections`]: async () =>
    (await resolvedPlan(sourcesOf(generatedPlan(sections)))).plan,
  'a section that breaks in a table, a list and a quotation': async () =>
    (await resolvedPlan(sourcesOf(longBlocks()))).plan,
};

/** Blocks of several pages, each line with words of its own. */
function longBlocks() {
  const lines = (name: string, count: number, before: string, after = '') =>
    Array.from(
      { length: count },
      (_, at) => `${before}${name} number ${at + 1} stands here${after}`,
    );
  return {
    'plan.md': '---\ntitle: Long blocks\nlang: en\n---\n\nWhat breaks.\n',
    '1-long/goal.md': '---\nsequence: "1"\n---\n\n# Long\n\nOne section.\n',
    '1-long/1.1-blocks.md': [
      '---\nsequence: "1.1"\n---\n\n# Blocks\n\n## Recommendation\n\nBreak well.\n\n## Background\n',
      ...lines('Item', 90, '- '),
      '',
      '| What | Count |\n| --- | --: |',
      ...lines('Row', 90, '| ', ' | 7 |'),
      '',
      ...lines('Saying', 50, '> ', '\n>'),
      '\n## Stakeholders\n',
      ...lines('Agency', 60, '- '),
      '\n## Indicators\n',
      ...lines('Measure', 60, '- '),
    ].join('\n'),
  };
}

describe.each(Object.entries(plans))('%s', (_, plan) => {
  let marks: readonly MarkInBook[];
  let listed: readonly string[];
  let printed: readonly PrintedPage[];

  beforeAll(async () => {
    const { pdf, book } = await printAndBook(await plan(), printer);
    marks = marksIn(book);
    listed = pageList(book);
    printed = await readPrint(pdf);
  }, 600_000);

  test('every number that is printed is listed, in order, and marked once', () => {
    const labels = printed.map(({ label }) => label).filter(Boolean);
    expect(labels.length).toBeGreaterThan(5);
    expect(listed).toEqual(labels);
    expect(marks.map(({ label }) => label)).toEqual(labels);
  });

  test('what follows a mark stands on that page, what comes before it on no later one', () => {
    const wrong = marks.filter(({ label, after, before }) => {
      const at = printed.findIndex((page) => page.label === label);
      const here = printed[at]?.letters ?? '';
      const until = printed.slice(0, at + 1).map(({ letters }) => letters);
      return (
        !here.includes(after.slice(0, 40)) ||
        !(before === '' || until.some((letters) => letters.includes(before.slice(-20))))
      );
    });
    expect(wrong).toEqual([]);
  });
});

interface PrintedPage {
  /** The number on the page; empty where there is none. */
  readonly label: string;
  readonly letters: string;
}

/** The pages as poppler reads them. As laid out, the last line is the foot: "iv" or "Page 3 of 22". */
async function readPrint(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const laidOut = (await poppler('pdftotext', pdf, ['-layout'])).split('\f');
  const texts = (await poppler('pdftotext', pdf)).split('\f');
  return texts.map((text, at) => {
    const foot = laidOut[at]?.trim().split('\n').at(-1)?.trim() ?? '';
    const [, arabic, roman] = /^(?:Page (\d+) of \d+|([ivxlc]+))$/u.exec(foot) ?? [];
    const joined = text.replace(/\u00AD\s*|(?<=\p{Ll})-\n/gu, '');
    return { label: arabic ?? roman ?? '', letters: lettersOf(joined) };
  });
}
