import { faultRule } from '../fault-rule.ts';

export const invalidConfig = faultRule({
  id: 'invalid-config',
  severity: 'error',
  summary: 'The config says something that cannot be.',
  docs: {
    what: 'A config that cannot be read, or a value in it that is not of the kind it should be. `docs/schemas/config-1.json` says what may stand where; editors check by it.',
    why: 'With a config that is not understood nothing is checked as the project wants it, so the command ends with exit code 2.',
    example: 'parts:\n  - heading: Finding\n    atLeast: two',
    instead: 'parts:\n  - heading: Finding\n    atLeast: 2',
  },
  message: (fault) =>
    fault.subject === ''
      ? `The config cannot be read: ${sentence(fault.detail)}`
      : `The config’s "${fault.subject}" is wrong: ${sentence(fault.detail)}`,
  help: (fault) =>
    fault.subject === ''
      ? 'Mend the line that is marked; the config must be read before anything is checked.'
      : 'Write such a value, or take the key out: everything in the config has a default.',
});

function sentence(text: string | undefined): string {
  const said = text?.trim().replace(/\s+/gu, ' ') ?? 'it is not understood';
  return /[.!?]$/u.test(said) ? said : `${said}.`;
}
