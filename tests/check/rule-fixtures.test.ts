/**
 * Each rule on a plan in which it finds nothing and on one in which it does: `tests/check/rules/<id>/` holds
 * `valid` and `invalid`, as one file or as a folder, and `invalid.txt`, what is printed for the second.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProject } from '../../pipeline/build/config/load-project.ts';
import { loadPlans } from '../../pipeline/build/load.ts';
import { check } from '../../pipeline/check/check.ts';
import type { Rule } from '../../pipeline/check/rule.ts';
import { rules } from '../../pipeline/check/rules/index.ts';
import { concise } from '../../pipeline/cli/reporters/concise.ts';
import { startOf } from '../../pipeline/model/place.ts';
import type { PlanSources } from '../../pipeline/model/sources.ts';
import { read } from '../../pipeline/read/read.ts';

const folder = 'tests/check/rules';

/** What no repository can hold: a file of megabytes, thousands of brackets, links out of a folder. */
const made: Readonly<Record<string, (kind: 'valid' | 'invalid') => PlanSources>> = {
  'file-too-large': (kind) => planOf('So much. '.repeat(kind === 'valid' ? 10 : 500_000)),
  'paragraph-too-dense': (kind) => planOf(`So much${']'.repeat(kind === 'valid' ? 10 : 3000)}`),
  'symlink-outside': (kind) => planOf('About it.', kind === 'valid' ? [] : ['symlink-outside']),
  'unreadable-file': (kind) => planOf('About it.', kind === 'valid' ? [] : ['unreadable-file']),
};

/** A plan as the loader gives it, with faults it noted at `plan/annex.md`. */
function planOf(body: string, faults: readonly string[] = []): PlanSources {
  const bytes = new TextEncoder().encode(`---\nlang: en\n---\n\n# Cool City\n\n${body}`);
  const subject = 'plan/annex.md';
  return {
    slug: 'plan',
    folder: 'plan',
    texts: [{ path: 'plan/plan.md', bytes }],
    others: new Map(),
    faults: faults.map((rule) => ({ rule, subject, place: startOf(subject) })),
  };
}

async function checkCase(rule: Rule, kind: 'valid' | 'invalid') {
  const root = path.join(folder, rule.id);
  const name = existsSync(path.join(root, kind)) ? kind : `${kind}.md`;
  const make = made[rule.id];
  // A config in the folder is that of its plans; a rule about configs has two, and no plan.
  const config = `${kind}.yaml`;
  const project = await loadProject(root, existsSync(path.join(root, config)) ? config : undefined);
  if (existsSync(path.join(root, config))) return { findings: project.findings, failures: [] };
  const plans = make ? [make(kind)] : await loadPlans(root, name);
  const results = plans
    .map((plan) => read(plan, project.model))
    .map((draft) =>
      check(draft, {
        model: project.model,
        register: ['Weather service', 'City council'],
        // A rule that is off until a project asks for it is asked for here.
        levels: rule.severity === 'off' ? { [rule.id]: 'warning' } : {},
      }),
    );
  return {
    findings: results.flatMap((result) => result.findings),
    failures: results.flatMap((result) => result.failures),
  };
}

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  test('finds nothing in its valid plan', async () => {
    expect(await checkCase(rule, 'valid')).toEqual({ findings: [], failures: [] });
  });

  test('finds its fault in the invalid plan, says where, and what to do', async () => {
    const { findings, failures } = await checkCase(rule, 'invalid');
    const report = { findings, failures, sources: new Map(), rules, version: '0.0.0' };
    await expect(concise(report)).toMatchFileSnapshot(`rules/${id}/invalid.txt`);
    expect(failures).toEqual([]);
    expect(findings.map((finding) => finding.rule)).toContain(id);
    for (const { message, help, place } of findings) {
      expect(message).toMatch(/^\S.*\S\.?$/u);
      expect(message.length).toBeLessThan(200);
      expect(help).toMatch(/^[A-Z][^\n]+[.…)]$/u);
      expect(place.path).not.toBe('');
      expect(place.end.offset).toBeGreaterThanOrEqual(place.start.offset);
    }
  });
});
