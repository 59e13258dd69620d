/** Sections in other languages than the plan's, titles of long words, and marks: what the print makes of them. */
import { beforeAll, expect, test } from 'vitest';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { editionContext } from '../../support/edition-context.ts';
import { type OpenedPdf, openPdf } from '../../support/opened-pdf.ts';
import { poppler } from '../../support/poppler.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';

const { printer } = browserForTests();

const title =
  'Versorgungssicherheitsgewährleistungsverantwortung der Übertragungsnetzbetreiber und Speicherbetreiberinnen';

const german = (number: string) => `---
sequence: "${number}"
lang: de
---

# ${title}

## Empfehlung

Die Kraftwerksstilllegungsanzeigepflicht durch eine technologieoffene Ausschreibung ersetzen.

## Hintergrund

Bäume.[^a]

## Beteiligte

- Stadt (Organization; Performer): sie

## Indikatoren

- Bäume: target 5 by 2030, baseline 4 in 2025 {unit: Stück}

[^a]: Eichen.
`;

const arabic = `---
sequence: "1.9"
lang: ar
---

# الماء

## Recommendation

الماء هو الحياة.

## Background

none: لا شيء.

## Stakeholders

none: لا شيء.

## Indicators

none: لا شيء.
`;

/** A word of a page, and where it stands, in points from the page's left and top. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

let opened: OpenedPdf;
let pages: readonly (readonly Word[])[];

beforeAll(async () => {
  const numbers = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
  const { plan } = await resolvedPlan(
    sourcesOf({
      'plan.md':
        '---\nlang: en\ndate: 2026-01-01\nhandling: For official use by the ministries alone\n---\n\n# Plan\n',
      '1-goal/goal.md': `---\nsequence: "1"\nlang: de\n---\n\n# ${title}\n`,
      ...Object.fromEntries(numbers.map((one) => [`1-goal/${one}.md`, german(one)])),
      '1-goal/1.9.md': arabic,
    }),
    process.cwd(),
  );
  const { artifacts } = await pdfEdition.render(plan, await editionContext('en', { printer }));
  const pdf = artifacts[0]?.bytes ?? new Uint8Array();
  opened = await openPdf(pdf);
  const boxes = (await poppler('pdftotext', pdf, ['-bbox'])).split('<page ').slice(1);
  pages = boxes.map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</gu)].map(
      ([, left, top, right, text = '']) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
      }),
    ),
  );
}, 120_000);

/** The words that begin with a text, with the index of their page. */
function find(text: string): readonly (Word & { readonly page: number })[] {
  return pages.flatMap((words, page) =>
    words.filter((word) => word.text.startsWith(text)).map((word) => ({ ...word, page })),
  );
}

test('words of ours say their language there', () => {
  const spans = opened.elements.filter(({ type, lang }) => type === 'Span' && lang === 'en');
  // Of each of the seven: 3 heads and 2 words of the stakeholders, 5 heads of the indicators.
  expect(spans.length).toBeGreaterThanOrEqual(7 * 10);
});

test('entries of the contents and of a goal’s table say the language of what they name', () => {
  const languages = (type: string) =>
    opened.elements.filter((one) => one.type === type).map(({ lang }) => lang);
  expect(languages('TOCI').filter((lang) => lang === 'de')).toHaveLength(8);
  expect(languages('TOCI')).toContain('ar');
  const cells = opened.elements.filter(({ type, lang }) => type === 'P' && lang === 'ar');
  expect(cells.length).toBeGreaterThan(0);
});

test('what goes on in the contents has its dots and its page in the last line', () => {
  const [first] = find('Speicherbetreiberinnen').filter(({ page }) => page < 4);
  const { page = 0, top = 0 } = first ?? {};
  const numbers = pages[page]?.filter((word) => /^\d+$/u.test(word.text) && word.left > 480);
  expect(numbers?.map((word) => Math.abs(word.top - top)).sort((a, b) => a - b)[0]).toBeLessThan(3);
});

test('a title stays whole, whatever has to stay with it', () => {
  const opener = find('gungsverantwortung').concat(find('Versorgungssicherheits'));
  const big = pages.findIndex((words) =>
    words.some(({ text, top }) => text === '1' && top > 100 && top < 200),
  );
  expect(opener.length).toBeGreaterThan(0);
  expect(pages[big]?.map(({ text }) => text)).toContain('Speicherbetreiberinnen');
});

test('marks stand on one line in the middle of the page, however long the head beside them', () => {
  const marks = find('MINISTRIES').concat(find('ministries'));
  expect(marks.length).toBeGreaterThanOrEqual(2 * (pages.length - 1));
  const lines = pages.map((words) => words.filter(({ text }) => /^(?:FOR|ALONE)$/iu.test(text)));
  for (const line of lines) {
    const tops = line.filter(({ top }) => top < 80).map(({ top }) => Math.round(top));
    expect(new Set(tops).size).toBe(1);
  }
});

test('text from right to left ends at the right edge of the column, its names stay beside it', () => {
  const name = find('Recommendation').at(-1);
  expect(name?.left).toBeLessThan(80);
  const beside = pages[name?.page ?? 0]?.filter(
    (word) => word !== name && Math.abs(word.top - (name?.top ?? 0)) < 20 && word.left > 200,
  );
  const arabic = beside?.filter(({ text }) => /\p{Script=Arabic}/u.test(text)) ?? [];
  expect(arabic.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...arabic.map(({ right }) => right))).toBeGreaterThan(515);
});
