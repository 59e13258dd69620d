import { faultRule } from '../fault-rule.ts';

export const secondTitle = faultRule({
  id: 'second-title',
  severity: 'error',
  summary: 'A file has two headings of the first level.',
  docs: {
    what: 'A second heading with one "#" in a file. The first one is the title.',
    why: 'A file is one plan, goal or section, with one title. What stands under a second title belongs nowhere in the contents.',
    example: '# Russia\n\n…\n\n# China\n\n…',
    instead: '3.13-russia.md: # Russia\n3.14-china.md:  # China',
  },
  message: (fault) => `The file has a second title, "${fault.subject}".`,
  help: () =>
    'Move what stands under it into a file of its own, or give the heading more "#" signs.',
});
