/** Whatever is written, reading and checking end, and every place lies in its file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import { readPlan } from '../support/read.ts';
import { resolvePlan } from '../support/resolve.ts';

/** Pieces that mean something somewhere, so that they meet in ways that nobody thought of. */
const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '### ',
    '#### ',
    'Recommendation\n',
    'Background\n',
    'Stakeholders\n',
    'Indicators\n',
  ],
  ...[
    '---\n',
    'id: a\n',
    'sequence: 5.10\n',
    'title: [\n',
    'lang: en\n',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '\r\n',
  ],
  ...[
    '- ',
    '1. ',
    '> ',
    '| a | b |\n',
    '| - | - |\n',
    '```',
    '***',
    '===\n',
    ': ',
    'none: ',
    'TBD',
  ],
  ...[
    '[x](goal.md)',
    '[x](#y)',
    '[x][y]',
    '[y]: z\n',
    '[^n]',
    '[^n]: note\n',
    '![x](m.svg)',
    '{#a}',
    '(Person; x)',
  ],
  ...[
    '<b>',
    '</b>',
    '<script>',
    '<!--',
    '-->',
    '<a href="x">',
    '&amp;',
    '\\',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    'target 5 by 2030',
    'word',
    'Ελλάδα',
    '水',
    '\u202E',
    '\u0000',
    '\uD800',
    '\uFEFF',
    '👩‍👩‍👧',
    'https://a.b',
    'www.a.b',
    'a@b.c',
  ],
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('reading, checking and resolving a plan of any text', () => {
  fc.assert(
    fc.property(text, text, text, (plan, goal, section) => {
      const files = { 'plan.md': plan, '1/goal.md': goal, '1/1.1.md': section, '1/m.svg': '' };
      const draft = readPlan(files);
      const { findings, failures } = check(draft, { model });
      expect(failures).toEqual([]);
      const lengths = new Map(draft.sources.map((source) => [source.path, source.text.length]));
      for (const { place } of findings) {
        expect(place.start.line).toBeGreaterThan(0);
        expect(place.start.column).toBeGreaterThan(0);
        expect(place.end.offset).toBeGreaterThanOrEqual(place.start.offset);
        expect(place.end.offset).toBeLessThanOrEqual(lengths.get(place.path) ?? 0);
      }
      resolvePlan(files);
    }),
    { numRuns: 300 },
  );
});

test('a plan of one file, of any text', () => {
  fc.assert(
    fc.property(text, (plan) => {
      const draft = readPlan({ 'plan.md': plan });
      expect(check(draft, { model }).failures).toEqual([]);
      resolvePlan({ 'plan.md': plan });
    }),
    { numRuns: 300 },
  );
});
