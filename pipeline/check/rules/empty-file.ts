import { faultRule } from '../fault-rule.ts';

export const emptyFile = faultRule({
  id: 'empty-file',
  severity: 'error',
  summary: 'A file has nothing in it.',
  docs: {
    what: 'A Markdown file in the plan’s folder that holds no text, or front matter alone.',
    why: 'Each file is a plan, a goal or a section. An empty one would become a page with nothing on it.',
    example: '3.14-china.md with 0 bytes',
    instead: '# China\n\n## Recommendation\n\n…',
  },
  message: (fault) => `The file "${fault.subject}" is empty.`,
  help: () => 'Write the section, or delete the file.',
});
