import { linesOf } from '../places.ts';
import type { SuppressionRule } from '../rule.ts';

export const unusedSuppression: SuppressionRule = {
  id: 'unused-suppression',
  severity: 'warning',
  summary: 'A comment holds back a finding that is not there.',
  sees: 'suppression',
  docs: {
    what: 'A comment "briefwright-ignore RULE: reason" where the rule finds nothing.',
    why: 'The fault is mended, or the comment stands in the wrong place. Left there, it would hide the next fault of its kind.',
    example:
      '<!-- briefwright-ignore heading-skips-level: the law numbers it so -->\n\n### A fine heading',
    instead: '### A fine heading',
  },
  check({ rule, reason, holds, place, source }, { ruleIds, levelOf }, report) {
    if (holds > 0 || reason === '' || !ruleIds.includes(rule)) return;
    if (levelOf(rule, place.path) === 'off') return;
    const lines = linesOf(source, place);
    const whole = source.text.slice(lines.start.offset, lines.end.offset).trim();
    const alone = whole.length === place.end.offset - place.start.offset;
    report({
      message: `The comment holds back "${rule}", which finds nothing here.`,
      place,
      help: 'Delete the comment, or move it before the lines that it is about.',
      fix: {
        title: 'Delete the comment',
        safe: true,
        edits: [{ place: alone ? lines : place, text: '' }],
      },
    });
  },
};
