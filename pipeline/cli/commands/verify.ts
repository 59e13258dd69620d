/** `briefwright verify`: what the checkers find in finished files on stdout, what was checked and what not on stderr. */
import { noCache, openCache } from '../../build/cache/cache.ts';
import { shownPath, toVerify, type VerifiedFile, verifyFile } from '../../build/verify-files.ts';
import { verifyPlan } from '../../build/verify-plan.ts';
import { withVerifiers } from '../../build/verify-workshop.ts';
import { versionOf } from '../../build/version.ts';
import type { Finding } from '../../model/finding.ts';
import { wantedOutputs, writeReport } from '../outputs.ts';
import { reportOf } from '../report.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

export interface VerifyCommandOptions {
  readonly reporter?: readonly string[];
  readonly strict?: boolean;
  /** False for --no-cache. */
  readonly cache?: boolean;
  /** Schemas for StratML files. */
  readonly xsd?: readonly string[];
}

/**
 * Verifies the files and folders, or all in `dist/`; the exit code. A plan's folder gets a report, `conformance.html`
 * and `.json`. A checker that is not installed fails nothing. Raises `UsageError`, `ToolError`.
 */
export async function verifyCommand(
  paths: readonly string[],
  options: VerifyCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
): Promise<number> {
  const root = terminal.folder;
  const outputs = wantedOutputs(options.reporter ?? [], terminal);
  const { plans, files } = await toVerify(root, paths);
  const found: Finding[] = [];
  const looked: string[] = [];
  const take = (path: string, verdict: VerifiedFile['verdict']): void => {
    terminal.say(told(path, verdict));
    looked.push(path);
    found.push(...verdict.findings);
  };
  const say = (line: string) => terminal.say(`${line}\n`);
  const cache = options.cache === false ? noCache : openCache(root, say);
  const place = { root, packageRoot, schemas: options.xsd ?? [], cache };
  await withVerifiers(place, async (verifiers) => {
    for (const plan of plans) {
      const folder = shownPath(root, plan.folder) || '.';
      for (const { file, verdict } of await verifyPlan(plan, folder, verifiers)) {
        take(`${folder}/${file}`, verdict);
      }
      terminal.say(`${folder}/conformance.html tells all of it.\n`);
    }
    for (const file of files) {
      const { path, verdict } = await verifyFile(root, file, verifiers);
      take(path, verdict);
    }
  });
  const sources = new Map(looked.map((path) => [path, { path, text: '' }]));
  const report = { ...reportOf([], versionOf(packageRoot)), findings: found, sources };
  await writeReport(outputs, report, terminal);
  const { code, reasons } = verdictOf(report, {
    strict: options.strict === true,
    maxWarnings: undefined,
  });
  for (const reason of reasons) terminal.say(`${reason}\n`);
  return code;
}

function told(path: string, { checked, notChecked }: VerifiedFile['verdict']): string {
  return [
    path,
    ...checked.map(({ name, version }) => `  checked      ${name} ${version}`),
    ...notChecked.map(({ name, why, help }) => `  not checked  ${name}: ${why} ${help}`),
    '',
  ].join('\n');
}
