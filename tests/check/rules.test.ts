/** What every rule owes: its page, and a rule for each fault that reading notes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { explain, ruleList } from '../../pipeline/check/explain.ts';
import { rules } from '../../pipeline/check/rules/index.ts';

test('every rule has a file and an id of its own', () => {
  const files = readdirSync('pipeline/check/rules').map((name) => path.basename(name, '.ts'));
  expect(rules.map((rule) => rule.id).toSorted()).toEqual(
    files.filter((name) => name !== 'index').toSorted(),
  );
});

test('docs/rules says what the rules say (npm run docs:rules writes it)', () => {
  const written = readdirSync('docs/rules').map((name) => [
    name,
    readFileSync(`docs/rules/${name}`, 'utf8'),
  ]);
  const expected = [
    ['README.md', ruleList(rules)],
    ...rules.map((rule) => [`${rule.id}.md`, explain(rule)]),
  ];
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(expected));
});

test('the faults that reading and loading note are those that rules report', () => {
  const sources = ['pipeline/read', 'pipeline/build'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('import'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  );
  // `rule: 'x'`, `const rule = … ? 'x' : 'y'`, `fault('x', …)` and `note('x', …)`.
  const noting = /\brule(?::| =)[^;,}]*|\b(?:fault|note)\('[a-z0-9-]+'/gu;
  const noted = sources
    .flatMap((text) => text.match(noting) ?? [])
    .flatMap((words) => [...words.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+)'/gu)])
    .map((match) => match[1] ?? '');
  const reported = rules.filter((rule) => rule.sees === 'fault').map((rule) => rule.id);
  expect([...new Set(noted)].toSorted()).toEqual(reported.toSorted());
});
