/** Turns what a rule reports into findings. */
import type { Finding } from '../model/finding.ts';
import type { CheckContext, Report, Rule } from './rule.ts';

/** Adds the rule's id and its level, and where the config asks for the part; what is off is left out. */
export function reporter(rule: Rule, context: CheckContext, into: Finding[]): Report {
  return ({ related = [], part, ...found }) => {
    const severity = context.levelOf(rule.id, found.place.path, part);
    if (severity === 'off') return;
    const asked = part?.asked === undefined ? [] : [{ message: askedFor, place: part.asked }];
    into.push({ severity, rule: rule.id, related: [...related, ...asked], ...found });
  };
}

const askedFor = 'The config asks for the part here.';
