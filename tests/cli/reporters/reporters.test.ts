/** Every reporter on the same reports, as golden files; and each machine form against its schema or its rules. */
import { stripVTControlCharacters } from 'node:util';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
};
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import reportSchema from '../../../docs/schemas/check-report-1.json' with { type: 'json' };
import { rules } from '../../../pipeline/check/rules/index.ts';
import { githubSummary } from '../../../pipeline/cli/reporters/github.ts';
import { reporterNames, reporters } from '../../../pipeline/cli/reporters/index.ts';
import type { CheckReport } from '../../../pipeline/cli/reporters/reporter.ts';
import { reportOn } from '../../support/report.ts';

const plan = '---\nlang: en\n---\n\n# Cool City, 100 %\n\nAbout it.\n';
const goal = '---\nsequence: "1"\n---\n\n# People\n';

/** A finding of each severity, fixes of both kinds, a related place, and signs that each form has to escape. */
const troubled = reportOn({
  'plan.md': plan,
  '1-people/goal.md': goal,
  '1-people/1.1 Hitze & mehr.md': `---
id: _heat
sequence: 1.10
---

# Heat "alarm", &lt;now> | 漢字: 50 %

## Recomendation

Warn everyone. ${'All of them, everywhere, at all times. '.repeat(5)}See [the annex](annex.md).

## Background

Hot\u001b[31m days\u202e.

### Deep

##### Deeper

## Stakeholders

none: The weather service declined.
`,
});

const clean = reportOn({
  'plan.md': plan,
  '1-people/goal.md': goal,
  '1-people/1.1-heat.md':
    '# Heat\n\n## Recommendation\n\nWarn.\n\n## Background\n\nHot.\n\n## Stakeholders\n\n- All\n\n## Indicators\n\n- Reached: target 90 % of all by 2030\n',
});

const failed: CheckReport = {
  ...clean,
  failures: [{ rule: 'own-rule', path: 'plan/plan.md', error: new Error('out of: luck, 100 %') }],
};

const reports = { troubled, clean, failed };
/** So that the goldens change with the reporters, and not with the text of every rule. */
const few = rules.filter(({ id }) => ['missing-part', 'unknown-part', 'waived-part'].includes(id));
const plain = { colors: pc.createColors(false), rules };

describe.each(reporterNames)('%s', (name) => {
  test.each(Object.entries(reports))('%s', async (which, report) => {
    const text = reporters[name](report, { ...plain, rules: few });
    await expect(text).toMatchFileSnapshot(`golden/${which}.${name}.txt`);
  });
});

test('pretty in colour says the same as without', () => {
  const colored = reporters.pretty(troubled, { ...plain, colors: pc.createColors(true) });
  expect(stripVTControlCharacters(colored)).toBe(reporters.pretty(troubled, plain));
  expect(colored).toContain('\u001b[31m');
});

test('what a source holds cannot act on the terminal', () => {
  for (const name of ['pretty', 'concise'] as const) {
    const text = reporters[name](troubled, plain);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  }
});

test.each(Object.entries(reports))('sarif is valid against the schema: %s', (_which, report) => {
  const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(sarifSchema);
  validate(JSON.parse(reporters.sarif(report, plain)));
  expect(validate.errors).toBeNull();
});

test('sarif lists every rule, whatever was found', () => {
  const [run] = JSON.parse(reporters.sarif(clean, plain)).runs;
  const listed = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
  expect(listed).toEqual(rules.map((rule) => rule.id));
});

test.each(Object.entries(reports))('json is valid against its schema: %s', (_which, report) => {
  const validate = new Ajv2020({ allErrors: true }).compile(reportSchema);
  validate(JSON.parse(reporters.json(report, plain)));
  expect(validate.errors).toBeNull();
});

test.each(Object.entries(reports))('junit is well-formed: %s', (_which, report) => {
  expect(fromXml(reporters.junit(report, plain)).type).toBe('root');
});

test.each(Object.entries(reports))('the summary of a GitHub run: %s', async (which, report) => {
  await expect(githubSummary(report)).toMatchFileSnapshot(`golden/${which}.github-summary.md`);
});
