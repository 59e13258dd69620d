/** Fixes in the texts: none breaks another, and each mends what it says. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../pipeline/build/check-plans.ts';
import { loadProject } from '../../pipeline/build/config/load-project.ts';
import { loadPlans } from '../../pipeline/build/load.ts';
import { applyFixes, edited } from '../../pipeline/check/apply-fixes.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { origin, type Place } from '../../pipeline/model/place.ts';
import type { PlanSources } from '../../pipeline/model/sources.ts';

function place(start: number, end: number): Place {
  return { path: 'a.md', start: { ...origin, offset: start }, end: { ...origin, offset: end } };
}

function finding(edits: readonly (readonly [number, number, string])[], safe = true): Finding {
  const fix = {
    title: 'Mend',
    safe,
    edits: edits.map(([start, end, text]) => ({ place: place(start, end), text })),
  };
  return {
    severity: 'error',
    rule: 'r',
    message: 'M.',
    help: 'H.',
    related: [],
    place: place(0, 0),
    fix,
  };
}

const sources = new Map([['a.md', { path: 'a.md', text: 'one two three' }]]);

test('fixes that do not touch go in together, whatever their order', () => {
  const all = [
    finding([
      [8, 13, '3'],
      [0, 3, '1'],
    ]),
    finding([[4, 7, '2']]),
  ];
  const { texts, fixed } = applyFixes(all, sources, { unsafe: false });
  expect([texts.get('a.md'), fixed.length]).toEqual(['1 2 3', 2]);
});

test('of two fixes of the same words one waits, whole', () => {
  const all = [
    finding([[0, 7, 'x']]),
    finding([
      [4, 7, 'y'],
      [8, 13, 'z'],
    ]),
  ];
  const { texts, fixed } = applyFixes(all, sources, { unsafe: false });
  expect([texts.get('a.md'), fixed]).toEqual(['x three', [all[0]]]);
});

test('unsafe fixes wait to be asked for, and places outside the text are never touched', () => {
  expect(applyFixes([finding([[0, 3, '']], false)], sources, { unsafe: false }).fixed).toEqual([]);
  expect(applyFixes([finding([[0, 99, '']])], sources, { unsafe: true }).fixed).toEqual([]);
});

test('edits one after another, from the end, are those of a text cut up at their places', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 12 }),
      fc.string(),
      (text, cuts, put) => {
        const spots = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
        const edits = spots.flatMap((start, at) => {
          const end = spots[at + 1];
          return at % 2 === 0 && end !== undefined ? [{ place: place(start, end), text: put }] : [];
        });
        const pieces = edits.map((edit, at) => {
          const from = at === 0 ? 0 : (edits[at - 1]?.place.end.offset ?? 0);
          return text.slice(from, edit.place.start.offset) + put;
        });
        const expected = pieces.join('') + text.slice(edits.at(-1)?.place.end.offset ?? 0);
        expect(edited(text, edits)).toBe(expected);
      },
    ),
  );
});

/** Every plan with a fault that is kept for the rules' own tests. */
const folder = 'tests/check/rules';
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((rule) =>
    ['invalid', 'invalid.md'].some((name) => existsSync(path.join(folder, rule, name))),
  );

describe.each(cases)('%s', (rule) => {
  test.each([true, false])(
    'a fix mends its finding and breaks nothing (safe: %s)',
    async (safe) => {
      const root = path.join(folder, rule);
      const project = await loadProject(root);
      const name = existsSync(path.join(root, 'invalid')) ? 'invalid' : 'invalid.md';
      for (const plan of await loadPlans(root, name)) {
        const before = checkPlan(project, { sources: plan, only: undefined });
        const texts = new Map(before.draft.sources.map((source) => [source.path, source]));
        for (const found of before.findings.filter(({ fix }) => fix?.safe === safe)) {
          const made = applyFixes([found], texts, { unsafe: true });
          const after = checkPlan(project, {
            sources: withTexts(plan, made.texts),
            only: undefined,
          });
          expect(count(after.findings, found)).toBe(count(before.findings, found) - 1);
          const errors = (all: readonly Finding[]) => all.filter((one) => one.severity === 'error');
          expect(errors(after.findings).length).toBeLessThanOrEqual(errors(before.findings).length);
        }
      }
    },
  );
});

function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter(({ rule, message }) => rule === like.rule && message === like.message)
    .length;
}

function withTexts(plan: PlanSources, texts: ReadonlyMap<string, string>): PlanSources {
  return {
    ...plan,
    texts: plan.texts.map((raw) => ({
      ...raw,
      bytes: texts.has(raw.path) ? new TextEncoder().encode(texts.get(raw.path)) : raw.bytes,
    })),
  };
}
