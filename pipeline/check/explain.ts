/** A rule's page, from the rule itself: printed by `briefwright explain`, kept in `docs/rules/`. */
import type { Rule } from './rule.ts';

const scope = {
  fault: 'reading the file',
  section: 'each section by itself',
  file: 'each file by itself',
  plan: 'the whole plan',
  suppression: 'each comment that holds findings back',
} as const;

/** The page as Markdown, which reads well in a terminal too. Ends with a line break. */
export function explain(rule: Rule): string {
  return [
    `# ${rule.id}`,
    rule.summary,
    `Severity: ${rule.severity === 'off' ? 'off, unless a project asks for it' : rule.severity}. Found by ${rule.sees === 'fault' ? '' : 'looking at '}${scope[rule.sees]}.`,
    '## What it finds',
    rule.docs.what,
    '## Why it matters',
    rule.docs.why,
    '## Example',
    fenced(rule.docs.example),
    '## Write instead',
    fenced(rule.docs.instead),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** The list of all rules, as `docs/rules/README.md`. */
export function ruleList(rules: readonly Rule[]): string {
  return [
    '# The rules',
    'Written by `npm run docs:rules` from the rules themselves. `briefwright explain RULE` prints a page.',
    ['| Rule | Severity | Finds |', '| --- | --- | --- |', ...rules.map(row)].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function row(rule: Rule): string {
  return `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`;
}

function fenced(text: string): string {
  return ['````markdown', text, '````'].join('\n');
}
