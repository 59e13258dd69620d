import { nearest } from '../../model/nearest.ts';
import { roleTypes, stakeholderTypes } from '../../model/stratml.ts';
import { nameOf, quotedList } from '../names.ts';
import { placeOfFirstWords } from '../places.ts';
import type { SectionRule } from '../rule.ts';
import { isSlip } from '../slip.ts';
import { stakeholderParts } from '../stakeholders.ts';

export const unknownStakeholderRole: SectionRule = {
  id: 'unknown-stakeholder-role',
  severity: 'warning',
  summary: 'A stakeholder has a role that nobody knows.',
  sees: 'section',
  docs: {
    what: 'A word in a stakeholder’s brackets that is neither a kind (Person, Organization, Generic_Group) nor a role: StratML’s Performer and Beneficiary, and those that the project’s config lists under "stakeholders.roles".',
    why: 'Roles are compared across sections and handed on in StratML, which knows only its own.',
    example: '- Weather service (Organization; Performr): warns',
    instead: '- Weather service (Organization; Performer): warns',
  },
  check(section, context, report) {
    const roles = [...roleTypes, ...context.roles];
    const known = new Set(roles.map((role) => role.toLowerCase()));
    for (const part of stakeholderParts(section)) {
      for (const { name, roles: own, place } of part.stakeholders) {
        for (const role of own.filter((one) => !known.has(one.toLowerCase()))) {
          const meant = nearest(role, [...roles, ...stakeholderTypes]);
          const at = placeOfFirstWords(section.source, place, role);
          report({
            message: `${nameOf(section)} gives "${name}" an unknown role: "${role}".`,
            place: at,
            help:
              meant === undefined
                ? `Write ${quotedList(roles)}, or list the role in the config under "stakeholders.roles".`
                : `Did you mean "${meant}"? Other roles may be listed in the config under "stakeholders.roles".`,
            part: part.definition,
            ...(meant === undefined || at === place
              ? {}
              : {
                  fix: {
                    title: `Write "${meant}"`,
                    safe: isSlip(role, meant),
                    edits: [{ place: at, text: meant }],
                  },
                }),
          });
        }
      }
    }
  },
};
