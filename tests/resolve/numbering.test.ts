/** Numbers follow the order in which a section is shown: what leads, then the intro, then the other parts. */
import { expect, test } from 'vitest';
import { firstSection, markup, part, withSection } from '../support/resolve.ts';

const plan = withSection(
  `The intro.[^i]

## Background

Text.[^b]

> Quoted.

### Why

More.

## Recommendation

Do it.[^r]

[^i]: Of the intro.
[^b]: Of the background.
[^r]: Of the recommendation.
`,
);

test('paragraphs', () => {
  expect(markup(part(plan, 'recommendation').flow)).toContain('data-paragraph="1"');
  expect(markup(firstSection(plan).intro)).toContain('data-paragraph="2"');
  expect(markup(part(plan, 'background').flow)).toContain('data-paragraph="3"');
});

test('notes', () => {
  expect(firstSection(plan).notes.map(({ number, flow }) => [number, markup(flow)])).toEqual([
    [1, '<p>Of the recommendation.</p>'],
    [2, '<p>Of the intro.</p>'],
    [3, '<p>Of the background.</p>'],
  ]);
});

test('the parts keep the content model’s order', () => {
  expect(firstSection(plan).parts.map(({ id }) => id)).toEqual([
    'recommendation',
    'background',
    'stakeholders',
    'indicators',
  ]);
});

test('only paragraphs are numbered; every block has an anchor; headings are named after their words', () => {
  const anchor = 'section-1-1-heat-alarm';
  expect(markup(part(plan, 'background').flow).match(/ id="[^"]*"/gu)).toEqual([
    ` id="${anchor}-p3"`,
    ` id="${anchor}-note-3-call-1"`,
    ` id="${anchor}-b1"`,
    ` id="${anchor}-h-why"`,
    ` id="${anchor}-p4"`,
  ]);
});
