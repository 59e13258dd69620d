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
  message: (fault) => `The front matter cannot be read: ${fault.subject.replace(/\.$/u, '')}.`,
  help: () =>
    'Write each line as "key: value", and put values that hold a colon, a "#" or a quotation mark between double quotes.',
});
