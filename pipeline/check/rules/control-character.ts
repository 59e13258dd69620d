import { faultRule } from '../fault-rule.ts';

export const controlCharacter = faultRule({
  id: 'control-character',
  severity: 'error',
  summary: 'The text holds an invisible control character.',
  docs: {
    what: 'A character that is no text, such as U+0000 or U+000B; it comes from copying out of a PDF or an old word processor.',
    why: 'XML does not allow these characters, so that neither the EPUB nor the StratML file would open.',
    example: 'defence\u{b}policy (with an invisible U+000B between the words)',
    instead: 'defence policy',
  },
  message: (fault) => `An invisible control character (${fault.subject}) stands in the text.`,
  help: () => 'Delete the character: remove the letters to its left and right and type them again.',
  fix: (fault) =>
    fault.place.end.offset > fault.place.start.offset
      ? {
          title: 'Put a space in its place',
          safe: true,
          edits: [{ place: fault.place, text: ' ' }],
        }
      : undefined,
});
