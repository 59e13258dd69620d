/** What a build took, for people in a line and for programs as JSON: `build --timings FILE`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { PlanInDist } from '../build/build-plans.ts';
import type { Progress, Step } from '../build/progress.ts';
import { UsageError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import type { Terminal } from './terminal.ts';

const seconds = z.number().min(0).describe('On the clock.');

const step = z.strictObject({
  plan: z.string().optional().describe('Left out for what concerns all plans.'),
  name: z.string().describe('check, resolve, an edition, publish, or library.'),
  reason: z.string().optional().describe('Why it ran.'),
  seconds,
});

const plan = z.strictObject({
  name: z.string(),
  made: z.array(z.string()).describe('The editions that were made this time.'),
  words: z.int(),
  pages: z.int().optional().describe('Of the print, where it is among the editions.'),
  files: z.int(),
  bytes: z.int(),
  seconds: seconds.describe('All its steps.'),
});

const counts = z.strictObject({ error: z.int(), warning: z.int(), info: z.int() });

export const timingsSchema = z
  .strictObject({
    version: z.literal(1),
    seconds: seconds.describe('From the first step to the end of the last.'),
    memory: z.int().describe('The most memory that briefwright itself held, in bytes.'),
    findings: counts,
    plans: z.array(plan),
    steps: z.array(step).describe('In the order in which they ran.'),
  })
  .describe('What a build took.');

export type Timings = z.infer<typeof timingsSchema>;

/** The same, as JSON Schema: `docs/schemas/timings-1.json`. */
export function timingsJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(timingsSchema), null, 2)}\n`;
}

export interface Clock extends Progress {
  /** All steps of a plan together, in seconds. */
  secondsOf(plan: string): number;
  timings(plans: readonly PlanInDist[], findings: Timings['findings']): Timings;
}

/** Seconds to three decimals. */
function inMilliseconds(time: number): number {
  return Math.round(time * 1000) / 1000;
}

/** Keeps what each step took. */
export function createClock(): Clock {
  const start = performance.now();
  const steps: (Step & { seconds: number })[] = [];
  const secondsOf = (name: string) =>
    steps.filter((one) => one.plan === name).reduce((sum, one) => sum + one.seconds, 0);
  return {
    begins() {},
    goesOn() {},
    explains() {},
    ends: (one, took) => steps.push({ ...one, seconds: inMilliseconds(took) }),
    secondsOf,
    timings: (plans, findings) => ({
      version: 1,
      seconds: inMilliseconds((performance.now() - start) / 1000),
      memory: process.resourceUsage().maxRSS * 1024,
      findings,
      plans: plans.map(({ slug, made, words, pages, files, bytes }) => ({
        ...{ name: slug, made: [...made], words, pages, files, bytes },
        seconds: inMilliseconds(secondsOf(slug)),
      })),
      steps: steps.map(({ plan: of, name, reason, seconds: took }) => ({
        ...{ plan: of, name, reason, seconds: took },
      })),
    }),
  };
}

export function countsOf(findings: readonly Pick<Finding, 'severity'>[]): Timings['findings'] {
  const count = (severity: Finding['severity']) =>
    findings.filter((one) => one.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** Raises `UsageError` where the file cannot be written. */
export async function writeTimings(
  file: string,
  timings: Timings,
  { folder }: Terminal,
): Promise<void> {
  try {
    await writeFile(path.resolve(folder, file), `${JSON.stringify(timings, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `What the build took cannot be written to "${file}": ${reason}.`,
      'Name another file after --timings.',
    );
  }
}
