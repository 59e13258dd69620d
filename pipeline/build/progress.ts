/** What a build is doing: told step by step, to whoever shows it or keeps the times. */
import type { Format } from '../model/edition.ts';

export type StepName = 'check' | 'resolve' | Format | 'publish' | 'library';

/** A step that runs. */
export interface Step {
  /** The plan's name; undefined for what concerns all plans. */
  readonly plan: string | undefined;
  readonly name: StepName;
  /** Why it runs, as a phrase; undefined where it belongs to another step. */
  readonly reason?: string | undefined;
  /** How many seconds it took the last time, and how many pages came out; undefined where nobody knows. */
  readonly usual?: number | undefined;
  readonly pages?: number | undefined;
}

/** One who is told. */
export interface Progress {
  begins(step: Step): void;
  /** How far the step is, as a phrase: "print 2". */
  goesOn(how: string): void;
  /** What a step makes again within a plan, and why: "page a.html, since …". */
  explains(plan: string, line: string): void;
  /** Also told of a step that failed. `seconds` are those of the clock. */
  ends(step: Step, seconds: number): void;
}

/** Tells nobody. */
export const noProgress: Progress = { begins() {}, goesOn() {}, explains() {}, ends() {} };

/** Tells all of them, in that order. */
export function tellAll(listeners: readonly Progress[]): Progress {
  return {
    begins(step) {
      for (const one of listeners) one.begins(step);
    },
    goesOn(how) {
      for (const one of listeners) one.goesOn(how);
    },
    explains(plan, line) {
      for (const one of listeners) one.explains(plan, line);
    },
    ends(step, seconds) {
      for (const one of listeners) one.ends(step, seconds);
    },
  };
}

/** Does the work of a step, and tells of it; whatever the work raises goes on. */
export async function inStep<T>(
  progress: Progress,
  step: Step,
  work: () => Promise<T> | T,
): Promise<T> {
  const start = performance.now();
  progress.begins(step);
  try {
    return await work();
  } finally {
    progress.ends(step, (performance.now() - start) / 1000);
  }
}
