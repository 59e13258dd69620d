/** Makes a rule out of a fault that reading noted: the fault has the place, the rule has the words. */
import type { Fault } from '../model/draft.ts';
import type { Fix } from '../model/finding.ts';
import type { FaultRule } from './rule.ts';

export interface FaultRuleText extends Omit<FaultRule, 'sees' | 'check'> {
  /** One sentence that names the author's own object. */
  message(fault: Fault): string;
  /** What to do, in the imperative. */
  help(fault: Fault): string;
  /** What stands at the fault's other place. */
  readonly other?: string;
  fix?(fault: Fault): Fix | undefined;
}

export function faultRule({ message, help, other, fix, ...text }: FaultRuleText): FaultRule {
  return {
    ...text,
    sees: 'fault',
    check(fault, _context, report) {
      const mend = fix?.(fault);
      report({
        message: message(fault),
        place: fault.place,
        help: help(fault),
        related:
          fault.other === undefined
            ? []
            : [{ message: other ?? 'The other one stands here.', place: fault.other }],
        ...(mend === undefined ? {} : { fix: mend }),
      });
    },
  };
}

/** `Did you mean "sequence"? ` where the fault knows a nearer word, else nothing. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : `Did you mean "${word}"? `;
}
