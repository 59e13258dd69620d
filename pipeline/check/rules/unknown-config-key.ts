import { didYouMean, faultRule } from '../fault-rule.ts';

export const unknownConfigKey = faultRule({
  id: 'unknown-config-key',
  severity: 'error',
  summary: 'The config has a key that means nothing.',
  docs: {
    what: 'A key in the project’s config that briefwright does not know: a setting, a rule or a part that does not exist.',
    why: 'A misspelt key is silently without effect, so that a project believes it is checked where it is not.',
    example: 'rules:\n  mising-part: warning',
    instead: 'rules:\n  missing-part: warning',
  },
  message: (fault) =>
    fault.detail === undefined
      ? `The config has an unknown key "${fault.subject}".`
      : `The config names a ${fault.detail} that does not exist: "${fault.subject}".`,
  help: (fault) =>
    `${didYouMean(fault.expected)}${
      fault.detail === 'rule'
        ? 'See `briefwright rules` for the names of all rules.'
        : 'Rename the key, or take the line out.'
    }`,
});
