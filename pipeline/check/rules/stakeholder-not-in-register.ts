import { nearest } from '../../model/nearest.ts';
import { nameOf } from '../names.ts';
import type { SectionRule } from '../rule.ts';
import { nameKey, namePlace, stakeholderParts } from '../stakeholders.ts';

export const stakeholderNotInRegister: SectionRule = {
  id: 'stakeholder-not-in-register',
  severity: 'error',
  summary: 'A stakeholder is not in the project’s register.',
  sees: 'section',
  docs: {
    what: 'A name that is not in the register that the project’s config keeps under "stakeholders.register". Projects without a register have no such finding.',
    why: 'A register makes sure that a body is called by one name in all plans, and that somebody agreed to be named.',
    example: '- Weather office: warns',
    instead: '- Weather service: warns',
  },
  check(section, { register }, report) {
    if (register === undefined) return;
    const names = new Set(register);
    for (const part of stakeholderParts(section)) {
      for (const stakeholder of part.stakeholders) {
        const { name } = stakeholder;
        if (name === '' || names.has(name)) continue;
        const same = register.find((one) => nameKey(one) === nameKey(name));
        const meant = same ?? nearest(name, register);
        const place = namePlace(section, stakeholder);
        report({
          message: `${nameOf(section)} names "${name}", who is not in the register of stakeholders.`,
          place,
          help: `${meant === undefined ? '' : `Did you mean "${meant}"? `}Write a name of the register, or add this one to the config under "stakeholders.register".`,
          part: part.definition,
          ...(meant === undefined || place === stakeholder.place
            ? {}
            : {
                fix: {
                  title: `Write "${meant}"`,
                  safe: same !== undefined,
                  edits: [{ place, text: meant }],
                },
              }),
        });
      }
    }
  },
};
