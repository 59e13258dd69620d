import { nameOf } from '../names.ts';
import { placeOfKey } from '../places.ts';
import type { PlanRule } from '../rule.ts';

export const sequenceOutOfOrder: PlanRule = {
  id: 'sequence-out-of-order',
  severity: 'warning',
  summary: 'A number is lower than that of the goal or section before it.',
  sees: 'plan',
  docs: {
    what: 'A goal or a section whose "sequence" is lower than that of the one before it in the same plan or goal. Numbers are compared part by part: 5.10 comes after 5.9.',
    why: 'The order of the files decides the order in the editions, not the number. So 3.14 would stand before 3.13, and readers would look for it in the wrong place.',
    example: '3-a-china.md:  sequence: "3.14"\n3-b-russia.md: sequence: "3.13"',
    instead: '3.13-russia.md: sequence: "3.13"\n3.14-china.md:  sequence: "3.14"',
  },
  check(draft, _context, report) {
    for (const siblings of [draft.goals, ...draft.goals.map((goal) => goal.sections)]) {
      for (const [index, node] of siblings.entries()) {
        const previous = siblings[index - 1];
        if (previous === undefined) continue;
        const [above, own] = [previous, node].map((one) => numbers(one.matter.value.sequence));
        if (above === undefined || own === undefined || compare(above, own) <= 0) continue;
        report({
          message: `${nameOf(node)} stands after ${nameOf(previous)}.`,
          place: placeOfKey(node, 'sequence'),
          help: 'Rename the files so that their order is that of the numbers, or correct the number.',
          related: [{ message: 'The one before it.', place: placeOfKey(previous, 'sequence') }],
        });
      }
    }
  },
};

/** `5.10` as 5 and 10; undefined for anything that is not whole numbers with points between them. */
function numbers(sequence: string | undefined): readonly number[] | undefined {
  return sequence !== undefined && /^\d{1,9}(?:\.\d{1,9})*\.?$/u.test(sequence)
    ? sequence.split('.').filter(Boolean).map(Number)
    : undefined;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
