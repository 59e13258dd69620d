/** Where links lead: to a plan, goal or section, to a part, to a heading, out of the plan, or nowhere. */
import { describe, expect, test } from 'vitest';
import { markup, part, resolvePlan, withSection } from '../support/resolve.ts';

const files = {
  '1-people/1.2-cool.md':
    '---\nsequence: "1.2"\nid: cool\n---\n\n# Cool rooms\n\n## Background\n\nText.\n\n### Why now\n\nText.\n\n### Why now\n\nText.\n\n### 水\n\nText.\n',
  'map.svg': '<svg/>',
};

function link(url: string): string {
  const plan = withSection(`## Background\n\n[words](${url})\n`, files);
  return markup(part(plan, 'background').flow).replace(/^<p[^>]*>|<\/p>$/gu, '');
}

describe('a link leads to', () => {
  test.each([
    ['the plan', '../plan.md', 'plan'],
    ['a goal', 'goal.md', 'goal-1-people'],
    ['a section', '1.2-cool.md', 'section-1-2-cool-rooms'],
    ['a section by its id', '#cool', 'section-1-2-cool-rooms'],
    ['a section by its number', '#1.2', 'section-1-2-cool-rooms'],
    ['a section by its heading', '1.2-cool.md#cool-rooms', 'section-1-2-cool-rooms'],
    ['a part', '1.2-cool.md#background', 'section-1-2-cool-rooms-background'],
    ['a part of its own section', '#background', 'section-1-1-heat-alarm-background'],
    ['a heading', '1.2-cool.md#why-now', 'section-1-2-cool-rooms-h-why-now'],
    [
      'the second heading of that name',
      '1.2-cool.md#why-now-1',
      'section-1-2-cool-rooms-h-why-now-1',
    ],
  ])('%s', (_name, url, anchor) => {
    expect(link(url)).toBe(`<a data-target="${anchor}">words</a>`);
  });

  test('a heading without a letter that ASCII knows, whose anchor is a hash', () => {
    expect(link('1.2-cool.md#水')).toMatch(/data-target="section-1-2-cool-rooms-h-[0-9a-f]{8}"/u);
  });

  test('the web, as it is written', () => {
    expect(link('https://example.org/a?b=1&c=2#d')).toBe(
      '<a href="https://example.org/a?b=1&#x26;c=2#d">words</a>',
    );
  });

  test('nowhere: a draft build shows its words', () => {
    expect(link('gone.md')).toBe('<span>words</span>');
    expect(link('javascript:alert(1)')).toBe('<span>words</span>');
  });
});

describe('a link without words says', () => {
  test.each([
    ['the title of the plan', '../plan.md', 'Cool City'],
    ['the title of a goal', 'goal.md', 'People'],
    ['the title of a section', '1.2-cool.md', 'Cool rooms'],
    ['the heading of a part', '1.2-cool.md#background', 'Background'],
  ])('%s', (_name, url, words) => {
    for (const written of ['', ' ']) {
      const plan = withSection(`## Background\n\nSee [${written}](${url}).\n`, files);
      expect(markup(part(plan, 'background').flow)).toMatch(new RegExp(`>${words}</a>`, 'u'));
    }
  });
});

test('the heading that a link leads to has that anchor, and is on that page', () => {
  const plan = withSection('## Background\n\nText.\n', files);
  const second = plan.goals[0]?.sections[1];
  const flow = second?.parts.find((one) => one.id === 'background')?.flow;
  const html = flow === undefined ? '' : markup(flow);
  expect(html).toContain('<h3 id="section-1-2-cool-rooms-h-why-now">Why now</h3>');
  expect(plan.pages.get('section-1-2-cool-rooms-h-why-now')).toBe('1-people/1-2-cool-rooms.html');
});

test('a definition serves every link that names it, in all parts of its file', () => {
  const plan = withSection(
    '## Recommendation\n\n[Cool rooms][1].\n\n## Background\n\n[Cool][1] and ![a map][2]\n\n[1]: 1.2-cool.md "Section 1.2"\n[2]: ../map.svg\n',
    files,
  );
  const anchor = '<a data-target="section-1-2-cool-rooms" title="Section 1.2">';
  expect(markup(part(plan, 'recommendation').flow)).toContain(`${anchor}Cool rooms</a>`);
  expect(markup(part(plan, 'background').flow)).toContain(`${anchor}Cool</a>`);
  expect(markup(part(plan, 'background').flow)).toContain(
    '<img data-asset="plan/map.svg" alt="a map" width="1" height="1">',
  );
});

test('in a plan of one file the second "Background" has the anchor that GitHub gives it', () => {
  const plan = resolvePlan({
    'plan.md':
      '# P\n\n## G\n\n### A\n\n#### Background\n\n[to B](#background-1)\n\n### B\n\n#### Background\n\nText.\n',
  });
  const flow = plan.goals[0]?.sections[0]?.parts.find((one) => one.id === 'background')?.flow;
  expect(flow && markup(flow)).toContain('<a data-target="section-b-background">');
});
