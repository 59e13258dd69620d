/** `briefwright explain RULE` and `briefwright rules`: the rules' own pages, and the list of them. */
import { explain } from '../../check/explain.ts';
import { rules } from '../../check/rules/index.ts';
import { UsageError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';

/** A rule's page. Raises `UsageError` with the nearest right name. */
export function explainText(id: string): string {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return explain(rule);
  const meant = nearest(
    id,
    rules.map((one) => one.id),
  );
  throw new UsageError(
    `There is no rule "${id}".`,
    meant === undefined ? 'See `briefwright rules`.' : `Did you mean ${meant}?`,
  );
}

/** Every rule, a line each: id, severity, what it finds. */
export function rulesText(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules
    .map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`)
    .join('');
}
