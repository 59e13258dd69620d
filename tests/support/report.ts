/** A report over a plan written in a test. */
import { check } from '../../pipeline/check/check.ts';
import type { CheckReport } from '../../pipeline/cli/reporters/reporter.ts';
import { defaultContentModel } from '../../pipeline/model/content-model.ts';
import { readPlan } from './read.ts';

export function reportOn(files: Readonly<Record<string, string>>): CheckReport {
  const draft = readPlan(files);
  return {
    ...check(draft, { model: defaultContentModel }),
    sources: new Map(draft.sources.map((source) => [source.path, source])),
    version: '1.2.3',
  };
}
