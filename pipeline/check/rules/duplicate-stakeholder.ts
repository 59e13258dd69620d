import type { Stakeholder } from '../../model/draft.ts';
import { nameOf } from '../names.ts';
import type { SectionRule } from '../rule.ts';
import { nameKey, namePlace, stakeholderParts } from '../stakeholders.ts';

export const duplicateStakeholder: SectionRule = {
  id: 'duplicate-stakeholder',
  severity: 'warning',
  summary: 'A section names a stakeholder twice.',
  sees: 'section',
  docs: {
    what: 'The same name twice in a section’s list of stakeholders; upper and lower case, accents and hyphens make no difference.',
    why: 'Two entries for one body leave it open who does what, and it stands twice in the index of stakeholders.',
    example: '- Weather service: warns\n- City council: pays\n- Weather Service: measures',
    instead: '- Weather service: measures and warns\n- City council: pays',
  },
  check(section, _context, report) {
    for (const part of stakeholderParts(section)) {
      const first = new Map<string, Stakeholder>();
      for (const stakeholder of part.stakeholders) {
        const key = nameKey(stakeholder.name);
        const earlier = first.get(key);
        if (earlier === undefined || key === '') {
          first.set(key, stakeholder);
          continue;
        }
        report({
          message: `${nameOf(section)} names "${stakeholder.name}" twice.`,
          place: namePlace(section, stakeholder),
          help: 'Join the two entries, with all roles in one.',
          related: [{ message: 'The name stands here first.', place: namePlace(section, earlier) }],
          part: part.definition,
        });
      }
    }
  },
};
