/** What holds for every plan, whatever is written in it. */
import fc from 'fast-check';
import type { Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { resolvePlan } from '../support/resolve.ts';

const word = fc.constantFrom('alpha', 'béta', '水', 'x & y', '<b>', '*z*', '`code`', 'Ελλάδα');
const inline = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom(
    '[link](goal.md)',
    '[link](#background)',
    '[link](#why)',
    '[ref][d]',
    'note[^n]',
    '[gone](gone.md)',
    '![map](map.svg "A map")',
    'CO<sub>2</sub>',
    '<a href="goal.md">raw</a>',
    '<b>open',
    '</i>',
    'https://example.org',
  ),
);
const sentence = fc.array(inline, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const block = fc.oneof(
  { weight: 3, arbitrary: sentence },
  sentence.map((text) => `### Why\n\n${text}`),
  sentence.map((text) => `- ${text}\n- ${text}`),
  sentence.map((text) => `> ${text}`),
  sentence.map((text) => `Table: ${text}\n\n| a | b |\n| - | - |\n| ${text} | 1 |`),
  sentence.map((text) => `[^n]: ${text}`),
  fc.constantFrom('[d]: goal.md', '```\ncode\n```', '<div>\n\ntext\n\n</div>', '***'),
);
const text = fc.array(block, { maxLength: 5 }).map((blocks) => `${blocks.join('\n\n')}\n`);
const section = fc
  .record({ intro: text, recommendation: text, background: text, stakeholders: text })
  .map(
    (one) =>
      `# Heat\n\n${one.intro}\n\n## Background\n\n${one.background}\n\n## Recommendation\n\n${one.recommendation}\n\n## Stakeholders\n\n${one.stakeholders}\n`,
  );

const plan = fc.tuple(section, section).map(([one, other]) =>
  resolvePlan({
    'plan.md': '# Cool City\n',
    'map.svg': '<svg/>',
    '1-people/map.svg': '<svg/>',
    '1-people/goal.md': '# People\n',
    '1-people/1.1-heat.md': one,
    '1-people/1.2-heat.md': other,
  }),
);

/** All flows of a plan, each with the ids around it. */
function flowsOf(plan: ResolvedPlan): Root[] {
  return [
    plan.titleFlow,
    plan.body,
    ...plan.notes.map((note) => note.flow),
    ...plan.goals.flatMap((goal) => [
      goal.titleFlow,
      goal.body,
      ...goal.notes.map((note) => note.flow),
      ...goal.sections.flatMap((one) => [
        one.titleFlow,
        one.intro,
        ...one.notes.map((note) => note.flow),
        ...one.parts.flatMap((part) => [
          part.flow,
          part.after,
          ...[...part.stakeholders, ...part.indicators].map((item) => item.description),
        ]),
      ]),
    ]),
  ];
}

/** Ids of everything that has one, with those that stand twice twice. */
function idsOf(plan: ResolvedPlan): string[] {
  const ids = [plan.anchor];
  for (const goal of plan.goals) {
    ids.push(goal.anchor, ...goal.notes.map((note) => note.anchor));
    for (const one of goal.sections) {
      ids.push(one.anchor, ...one.notes.map((note) => note.anchor));
      for (const part of one.parts) {
        ids.push(part.anchor);
        ids.push(...[...part.stakeholders, ...part.indicators].map((item) => item.anchor));
      }
    }
  }
  for (const flow of flowsOf(plan)) {
    visit(flow, 'element', ({ properties }) => {
      if (properties['id'] !== undefined) ids.push(String(properties['id']));
    });
  }
  return ids;
}

describe('in every plan', () => {
  test('ids are unique, are names that XML allows, and have a page', () => {
    fc.assert(
      fc.property(plan, (resolved) => {
        const ids = idsOf(resolved);
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
        for (const id of ids) {
          expect(id).toMatch(/^[A-Za-z_][A-Za-z0-9._-]*$/u);
          expect(resolved.pages.has(id)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('every mark leads to something that is there', () => {
    fc.assert(
      fc.property(plan, (resolved) => {
        const ids = new Set(idsOf(resolved));
        for (const flow of flowsOf(resolved)) {
          visit(flow, 'element', ({ tagName, properties }) => {
            const { dataTarget, dataNote, dataAsset, href } = properties;
            if (dataTarget !== undefined) expect(ids).toContain(dataTarget);
            if (dataNote !== undefined) expect(ids).toContain(dataNote);
            if (tagName === 'img') expect(resolved.assets.has(String(dataAsset))).toBe(true);
            if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/u);
          });
        }
        for (const note of resolved.goals
          .flatMap(({ sections }) => sections)
          .flatMap((one) => one.notes)) {
          for (const call of note.calls) expect(ids).toContain(call);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no word is lost, and none comes twice', () => {
    const plain = fc.array(fc.stringMatching(/^[a-z]{4,8}$/u), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(plain, (words) => {
        const marked = words.map((one, index) => `${one}${index}`);
        const styled = marked.map((one, index) =>
          (['*', '**', '`', ''][index % 4] ?? '').concat(
            one,
            ['*', '**', '`', ''][index % 4] ?? '',
          ),
        );
        const resolved = resolvePlan({
          'plan.md': `# P\n\n## G\n\n### S\n\n#### Recommendation\n\n${styled.slice(0, 3).join(' ')}\n\n#### Background\n\n- ${styled.slice(3).join('\n- ')}\n`,
        });
        const told = flowsOf(resolved)
          .map((flow) => flow.children.map((node) => hastText(node)).join(' '))
          .join(' ');
        for (const one of marked) expect(told.split(one)).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });

  test('the same sources resolve to the same plan, and resolving changes none of them', () => {
    fc.assert(
      fc.property(section, (one) => {
        const files = { 'plan.md': '# P\n', '1/goal.md': '# G\n', '1/1.md': one, '1/map.svg': '' };
        expect(resolvePlan(files)).toEqual(resolvePlan(files));
      }),
      { numRuns: 30 },
    );
  });
});
