import { didYouMean, faultRule } from '../fault-rule.ts';

export const unknownFrontMatterKey = faultRule({
  id: 'unknown-front-matter-key',
  severity: 'error',
  summary: 'The front matter has a key that means nothing.',
  docs: {
    what: 'A key in the front matter that is none of those that plans, goals or sections have.',
    why: 'A misspelt key is silently without effect: the number or date that it should set is missing from the page.',
    example: '---\nsequnce: "3.13"\n---',
    instead: '---\nsequence: "3.13"\n---',
  },
  message: (fault) => `The front matter has an unknown key "${fault.subject}".`,
  help: (fault) =>
    fault.expected === undefined
      ? 'Take the line out, or use one of the keys that the guide lists.'
      : `${didYouMean(fault.expected)}Rename the key, or take the line out.`,
  fix: (fault) => {
    const { start, end } = fault.place;
    return fault.expected === undefined || end.offset - start.offset !== fault.subject.length
      ? undefined
      : {
          title: `Rename the key to "${fault.expected}"`,
          safe: false,
          edits: [{ place: fault.place, text: fault.expected }],
        };
  },
});
