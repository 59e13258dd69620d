/** What the README shows is so. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../pipeline/check/check.ts';
import { defaultContentModel as model } from '../pipeline/model/content-model.ts';
import { readPlan } from './support/read.ts';

const readme = readFileSync('README.md', 'utf8');

/** The text of the first block of that kind, without the indent of the list that it stands in. */
function block(kind: string): string {
  const [, text = ''] = new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 'su').exec(readme) ?? [];
  return text.replace(/^ {3}/gmu, '');
}

function findings(section: string) {
  const draft = readPlan({
    'plan.md': '---\ntitle: Harbour\nlang: en\n---\n\n# Harbour\n\nAbout.\n',
    '1-water/goal.md': '---\nsequence: "1"\n---\n\n# Water\n\nAbout.\n',
    '1-water/1.1-quay.md': section,
  });
  return check(draft, { model }).findings;
}

test('its section has nothing wrong', () => {
  expect(findings(block('markdown'))).toEqual([]);
});

test('its message is the one that the section without indicators gets', () => {
  const [finding] = findings(block('markdown').replace(/## Indicators.*$/su, ''));
  const { line, column } = finding?.place.start ?? {};
  expect(readme).toContain(`${finding?.severity}[${finding?.rule}]: ${finding?.message}`);
  expect(readme).toContain(`1.1-quay.md:${line}:${column}\n`);
});

test('its links lead to files', () => {
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(8);
  for (const target of targets) expect.soft(existsSync(target ?? ''), target).toBe(true);
});
