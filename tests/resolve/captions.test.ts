/** Captions are numbered through the whole plan, and lead from the lists of tables and figures. */
import { expect, test } from 'vitest';
import { markup, part, withSection } from '../support/resolve.ts';

const table = '| a | b |\n| - | - |\n| 1 | 2 |\n';
const plan = withSection(
  `## Background\n\nTable: *Hot* days\n\n${table}\nNo caption.\n\n${table}\n![A map](map.svg "Where it is hot")\n\n![No caption](map.svg)\n`,
  { '1-people/map.svg': '<svg/>' },
);
const html = markup(part(plan, 'background').flow);

test('a paragraph that begins with "Table:" becomes the caption of the table after it', () => {
  expect(html).toContain(
    '<table id="table-1"><caption><span data-caption="table" data-number="1"></span><em>Hot</em> days</caption>',
  );
  expect(html).not.toContain('Table:');
});

test('the title of a picture that stands alone becomes its caption', () => {
  expect(html).toContain(
    '<figcaption><span data-caption="figure" data-number="1"></span>Where it is hot</figcaption>',
  );
  expect(html).toMatch(/<figure[^>]*><img[^>]*alt="No caption"[^>]*><\/figure>/u);
});

test('what has a caption is listed, with its page', () => {
  const page = '1-people/1-1-heat-alarm.html';
  expect(plan.tables).toEqual([{ anchor: 'table-1', page, number: 1, caption: 'Hot days' }]);
  expect(plan.figures).toEqual([
    { anchor: 'figure-1', page, number: 1, caption: 'Where it is hot' },
  ]);
});
