import { faultRule } from '../fault-rule.ts';

export const symlinkOutside = faultRule({
  id: 'symlink-outside',
  severity: 'error',
  summary: 'A symbolic link leads out of the plan’s folder.',
  docs: {
    what: 'A file or folder of the plan that is a symbolic link to somewhere else on the machine.',
    why: 'What is published must be what is in the plan’s folder: a link could put any file of the machine into an edition.',
    example: 'sources/nato2020/annex.md -> /home/ana/private/annex.md',
    instead: 'A copy of annex.md in sources/nato2020/.',
  },
  message: (fault) => `"${fault.subject}" is a link that leads out of the plan’s folder.`,
  help: () => 'Put a copy of the file into the plan’s folder in place of the link.',
});
