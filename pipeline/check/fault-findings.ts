/** Findings of faults that stand in no plan, such as those of a project's config. */
import { defaultContentModel } from '../model/content-model.ts';
import type { Fault } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { levelTable } from './levels.ts';
import type { CheckContext } from './rule.ts';
import { rules } from './rules/index.ts';

/** A finding for each fault, by the rule of that name, at the rule's own level. */
export function faultFindings(faults: readonly Fault[]): readonly Finding[] {
  const context: CheckContext = {
    model: defaultContentModel,
    matter: { authors: [], organizations: [], subjects: [] },
    register: undefined,
    roles: [],
    ruleIds: rules.map((rule) => rule.id),
    levelOf: levelTable(rules, {}),
  };
  const findings: Finding[] = [];
  for (const fault of faults) {
    const rule = rules.find((one) => one.id === fault.rule);
    if (rule?.sees !== 'fault' || rule.severity === 'off') continue;
    const { severity } = rule;
    rule.check(fault, context, ({ related = [], ...found }) => {
      findings.push({ severity, rule: rule.id, related, ...found });
    });
  }
  return findings;
}
