import { nearest } from '../../model/nearest.ts';
import type { SuppressionRule } from '../rule.ts';

export const invalidSuppression: SuppressionRule = {
  id: 'invalid-suppression',
  severity: 'error',
  summary: 'A comment that holds findings back names no rule, or gives no reason.',
  sees: 'suppression',
  docs: {
    what: 'A comment "briefwright-ignore" without the name of a rule that exists, or without a reason after the colon. Such a comment holds nothing back. "briefwright-ignore" speaks for the lines that follow, to the next empty one; "briefwright-ignore-section" for the section it stands in; "briefwright-ignore-file" for the file.',
    why: 'Whoever comes later must be able to tell a decision from an oversight, and to see when the reason is gone.',
    example: '<!-- briefwright-ignore heading-skips-level -->\n\n#### As the law numbers it',
    instead:
      '<!-- briefwright-ignore heading-skips-level: the law numbers it so -->\n\n#### As the law numbers it',
  },
  check({ rule, reason, place }, { ruleIds }, report) {
    const isKnown = ruleIds.includes(rule);
    if (isKnown && reason !== '') return;
    const meant = isKnown || rule === '' ? undefined : nearest(rule, ruleIds);
    report({
      message: isKnown
        ? `The comment holds "${rule}" back without a reason.`
        : rule === ''
          ? 'The comment does not say which rule it holds back.'
          : `The comment holds back a rule that does not exist: "${rule}".`,
      place,
      help: `${meant === undefined ? '' : `Did you mean "${meant}"? `}Write <!-- briefwright-ignore ${meant ?? (isKnown ? rule : 'RULE')}: the reason -->.`,
    });
  },
};
