/** How full a plan is, as a table, and the gate that asks for more. */
import { type Coverage, type CoverageRow, type CoverageState, shareOf } from '../check/coverage.ts';
import type { ContentModel } from '../model/content-model.ts';
import { UsageError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';

const states: readonly CoverageState[] = ['filled', 'waived', 'empty', 'placeholder', 'missing'];

/** By goal and for the plan, a line a part. */
export function coverageText({ plan, goals }: Coverage): string {
  return [plan, ...goals].map(rowText).join('\n');
}

function rowText({ name, sections, parts }: CoverageRow): string {
  const width = Math.max(...parts.map((part) => part.heading.length), 4);
  const head = `  ${''.padEnd(width)}  ${states.map((state) => state.padStart(state.length)).join('  ')}  share`;
  const lines = parts.map((part) => {
    const counts = states.map((state) => String(part.counts[state]).padStart(state.length));
    return `  ${part.heading.padEnd(width)}  ${counts.join('  ')}  ${`${Math.floor(shareOf(part, sections))} %`.padStart(5)}`;
  });
  return [`${name}: ${sections} ${sections === 1 ? 'section' : 'sections'}`, head, ...lines, '']
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Shares by part, in percent, from `indicators=80%`. Raises `UsageError`. */
export function wantedShares(
  asked: readonly string[],
  { parts }: ContentModel,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    asked.map((text) => {
      const [, id = text, number] = /^([^=]+)=(\d{1,3}(?:\.\d+)?)\s*%?$/u.exec(text) ?? [];
      const ids = parts.map((part) => part.id);
      if (number === undefined || Number(number) > 100) {
        throw new UsageError(
          `--min-coverage takes a part and a share, not "${text}".`,
          `Write --min-coverage ${ids.at(-1) ?? 'part'}=80%.`,
        );
      }
      if (!ids.includes(id)) {
        const meant = nearest(id, ids);
        throw new UsageError(
          `There is no part "${id}".`,
          `${meant === undefined ? '' : `Did you mean ${meant}? `}The parts are ${ids.join(', ')}.`,
        );
      }
      return [id, Number(number)];
    }),
  );
}

/** A sentence for each part that a plan has in too few sections. */
export function coverageGaps(
  { plan }: Coverage,
  wanted: Readonly<Record<string, number>>,
): readonly string[] {
  return plan.parts.flatMap((part) => {
    const least = wanted[part.id];
    if (least === undefined || shareOf(part, plan.sections) >= least) return [];
    const has = part.counts.filled + part.counts.waived;
    return [
      `${plan.name} has "${part.heading}" in ${has} of ${plan.sections} sections, where ${least} % are asked for.`,
    ];
  });
}
