/** What the rules that see no more than a section or a file find in one file: nothing outside of it changes that. */
import type { DraftSection } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { guarded, type RuleFailure } from './guarded.ts';
import { reporter } from './reporter.ts';
import type { CheckContext, Rule } from './rule.ts';
import { type Suppression, suppressionsIn } from './suppressions.ts';
import { hasText, type WrittenFile } from './written-file.ts';

/** One file: its text, and the sections that stand in it. */
export interface NarrowFile {
  readonly written: () => WrittenFile;
  readonly sections: readonly DraftSection[];
}

/** As JSON has it, where no rule failed. */
export interface NarrowFindings {
  readonly findings: readonly Finding[];
  /** The comments of the file, without its text. */
  readonly comments: readonly Omit<Suppression, 'source'>[];
  readonly failures: readonly RuleFailure[];
}

/** Runs the rules over one file. */
export function checkNarrowly(
  { written, sections }: NarrowFile,
  rules: readonly Rule[],
  context: CheckContext,
): NarrowFindings {
  const file = written();
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const { path } = file.source;
  for (const rule of rules) {
    const report = reporter(rule, context, findings);
    const guard = (check: () => void) => guarded({ rule: rule.id, path }, failures, check);
    if (rule.sees === 'file') guard(() => rule.check(file, context, report));
    if (rule.sees !== 'section') continue;
    for (const section of sections.filter(hasText)) {
      guard(() => rule.check(section, context, report));
    }
  }
  const comments = suppressionsIn(file).map(({ source: _, ...comment }) => comment);
  return { findings, comments, failures };
}
