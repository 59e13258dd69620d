import { faultRule } from '../fault-rule.ts';

export const invalidYaml = faultRule({
  id: 'invalid-yaml',
  severity: 'error',
  summary: 'The front matter cannot be read.',
  docs: {
    what: 'Front matter (the lines between the two "---" at the top of a file) that is not valid YAML.',
    why: 'Nothing in it can be trusted then: not the number, the id or the title.',
    example: '---\ntitle: Russia: a partner\n---',
    instead: '---\ntitle: "Russia: a partner"\n---',
  },
  message: (fault) => `The front matter cannot be read: ${plain(fault.subject)}.`,
  help: () =>
    'Write each line as "key: value", and put values that hold a colon, a "#" or a quotation mark between double quotes.',
});

/** What the YAML reader means, for those who do not write YAML. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/Nested mappings/u, 'a value that holds a colon stands without quotes'],
  [/Map keys must be unique/u, 'the same key stands there twice'],
  [/Implicit (?:map )?keys/u, 'a line is not of the form "key: value"'],
  [/Missing closing/u, 'a quotation mark or bracket is opened and not closed'],
  [/[Tt]abs? /u, 'a line starts with a tab instead of spaces'],
  [/indent/u, 'a line starts with more or fewer spaces than it should'],
  [/Unexpected scalar|Unexpected double-quoted/u, 'something stands after the end of a value'],
];

function plain(reason: string): string {
  const meaning = meanings.find(([pattern]) => pattern.test(reason))?.[1];
  return meaning ?? reason.replace(/\.$/u, '');
}
