/** Where reports go: `--reporter NAME` to stdout, `--reporter NAME=FILE` to a file, as often as wanted. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { UsageError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import { githubSummary } from './reporters/github.ts';
import { type ReporterName, reporterNames, reporters } from './reporters/index.ts';
import type { CheckReport } from './reporters/reporter.ts';
import type { Terminal } from './terminal.ts';

export interface Output {
  readonly name: ReporterName;
  /** Undefined for stdout. */
  readonly file: string | undefined;
}

/** What can follow one another on stdout; any other form is a document of its own. */
const inLines: readonly ReporterName[] = ['pretty', 'concise', 'github'];

/**
 * The outputs that were asked for; else annotations where GitHub runs us, and text for people anywhere else.
 * Raises `UsageError`.
 */
export function wantedOutputs(asked: readonly string[], { env }: Terminal): readonly Output[] {
  const byDefault = env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'pretty';
  const outputs = asked.map(outputOf);
  const shown = outputs.filter(({ file }) => file === undefined);
  const alone = shown.find(({ name }) => !inLines.includes(name));
  if (alone !== undefined && shown.length > 1) {
    throw new UsageError(
      `The report "${alone.name}" cannot share stdout with another one.`,
      `Give it a file: --reporter ${alone.name}=report.${alone.name}`,
    );
  }
  return asked.length > 0 ? outputs : [{ name: byDefault, file: undefined }];
}

function outputOf(asked: string): Output {
  const at = asked.indexOf('=');
  const word = at < 0 ? asked : asked.slice(0, at);
  const file = at < 0 ? undefined : asked.slice(at + 1);
  const name = reporterNames.find((one) => one === word);
  if (name === undefined) {
    const meant = nearest(word, reporterNames);
    throw new UsageError(
      `There is no reporter "${word}".`,
      `${meant === undefined ? '' : `Did you mean ${meant}? `}The reporters are ${reporterNames.join(', ')}.`,
    );
  }
  if (file === '') {
    throw new UsageError(
      `--reporter ${asked} names no file.`,
      `Write --reporter ${name}=report.txt, or leave the "=" out for stdout.`,
    );
  }
  return { name, file };
}

/** Whether stdout is for people, so that more can be said there. */
export function sharesStdout(outputs: readonly Output[]): boolean {
  return outputs.every(({ name, file }) => file !== undefined || inLines.includes(name));
}

/** Writes each report to its place, and the summary of a run on GitHub. Raises `UsageError` where a file cannot be written. */
export async function writeReport(
  outputs: readonly Output[],
  report: CheckReport,
  terminal: Terminal,
): Promise<void> {
  const rules = outputs.some(({ name }) => name === 'sarif') ? await allRules() : [];
  for (const { name, file } of outputs) {
    const colors = file === undefined ? colorsOf(terminal) : pc.createColors(false);
    const text = reporters[name](report, { colors, rules });
    if (file === undefined) terminal.out(text);
    else await save(file, text, terminal);
  }
  const summary = terminal.env['GITHUB_STEP_SUMMARY'];
  if (summary && outputs.some(({ name }) => name === 'github')) {
    // A run whose page cannot be written to has its annotations still.
    await appendFile(summary, githubSummary(report)).catch(() => undefined);
  }
}

/** Loaded where somebody lists them: they are most of the command's code. */
async function allRules() {
  return (await import('../check/rules/index.ts')).rules;
}

async function save(file: string, text: string, { folder }: Terminal): Promise<void> {
  const full = path.resolve(folder, file);
  try {
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The report cannot be written to "${file}": ${reason}.`,
      'Name another file after the "=".',
    );
  }
}

/** Colours where somebody looks, or insists on them; NO_COLOR is heeded (no-color.org). */
export function colorsOf({ env, isScreen }: Terminal) {
  const wanted = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const unwanted = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return pc.createColors(wanted || (isScreen && !unwanted));
}
