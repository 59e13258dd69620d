import { expect, test } from 'vitest';
import { rules } from '../../../pipeline/check/rules/index.ts';
import { explainText, rulesText } from '../../../pipeline/cli/commands/explain.ts';
import { UsageError } from '../../../pipeline/model/errors.ts';

test('every rule has a page that names it, and a line in the list', () => {
  const lines = rulesText().trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map((rule) => rule.id));
  for (const { id, docs } of rules) {
    expect(explainText(id)).toContain(`# ${id}`);
    expect(explainText(id)).toContain(docs.why);
  }
});

test('a misspelt rule is answered with the right one', () => {
  expect(() => explainText('mising-part')).toThrow(UsageError);
  const error = (() => {
    try {
      return explainText('mising-part');
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toMatchObject({ help: 'Did you mean missing-part?' });
});
