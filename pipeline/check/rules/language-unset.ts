import type { PlanRule } from '../rule.ts';
import { hasText } from '../written-file.ts';

export const languageUnset: PlanRule = {
  id: 'language-unset',
  severity: 'warning',
  summary: 'A plan does not say which language it is in.',
  sees: 'plan',
  docs: {
    what: 'A plan without "lang" in the front matter of plan.md.',
    why: 'A screen reader chooses its voice by the language, and the print its hyphenation. Without it, English is taken for granted.',
    example: '---\ntitle: OTAN 2020\n---',
    instead: '---\ntitle: OTAN 2020\nlang: fr\n---',
  },
  check(draft, _context, report) {
    if (draft.matter.value.lang !== undefined) return;
    const isToldElsewhere =
      !hasText(draft) ||
      draft.matter.places.has('lang') ||
      draft.faults.some((fault) => fault.rule === 'invalid-yaml');
    if (isToldElsewhere) return;
    report({
      message: `The plan "${draft.title?.value ?? draft.matter.value.title ?? draft.slug}" does not say which language it is in.`,
      place: { ...draft.place, end: draft.place.start },
      help: 'Write the language’s code into the front matter of the plan, such as lang: en.',
    });
  },
};
