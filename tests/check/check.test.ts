/** Running the rules: what one rule's failure does to the others. */
import { expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import type { Rule } from '../../pipeline/check/rule.ts';
import { rules } from '../../pipeline/check/rules/index.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import { readPlan } from '../support/read.ts';
import { planOf, section } from '../support/terminal.ts';

const draft = readPlan({ 'plan.md': planOf(section('1.1: Heat alarm', '')) });

test('a rule that throws is reported as its own failure, and hides no other finding', () => {
  const error = new Error('out of luck');
  const broken: Rule = {
    id: 'own-rule',
    severity: 'error',
    summary: 'It breaks.',
    docs: { what: '', why: '', example: '', instead: '' },
    sees: 'section',
    check: () => {
      throw error;
    },
  };
  const alone = check(draft, { model });
  expect(alone.findings.map(({ rule }) => rule)).toEqual(['empty-part']);
  expect(check(draft, { model, rules: [broken, ...rules] })).toEqual({
    findings: alone.findings,
    failures: [{ rule: 'own-rule', path: 'plan/plan.md', error }],
  });
});
