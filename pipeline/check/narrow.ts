/** What the rules that see no more than a section or a file find in one file: nothing outside of it changes that. */
import type { DraftSection } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { RuleFailure } from './check.ts';
import { reporter } from './reporter.ts';
import type { CheckContext, FileRule, Rule, SectionRule } from './rule.ts';
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
  const guarded = (rule: SectionRule | FileRule, check: () => void): void => {
    try {
      check();
    } catch (error) {
      failures.push({ rule: rule.id, path: file.source.path, error });
    }
  };
  for (const rule of rules) {
    const report = reporter(rule, context, findings);
    if (rule.sees === 'file') guarded(rule, () => rule.check(file, context, report));
    if (rule.sees !== 'section') continue;
    for (const section of sections.filter(hasText)) {
      guarded(rule, () => rule.check(section, context, report));
    }
  }
  const comments = suppressionsIn(file).map(({ source: _, ...comment }) => comment);
  return { findings, comments, failures };
}
