/** `briefwright verify`: what the checkers find in finished files on stdout, what was checked and what not on stderr. */
import { findVerifiers } from '../../build/find-verifiers.ts';
import { thisMachine } from '../../build/machine.ts';
import { filesToVerify, verifyFile } from '../../build/verify-files.ts';
import { versionOf } from '../../build/version.ts';
import { wantedOutputs, writeReport } from '../outputs.ts';
import { reportOf } from '../report.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

export interface VerifyCommandOptions {
  readonly reporter?: readonly string[];
  readonly strict?: boolean;
}

/** Verifies the files, or all in `dist/`; the exit code. A checker that is not installed fails nothing. Raises `UsageError`. */
export async function verifyCommand(
  files: readonly string[],
  options: VerifyCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
): Promise<number> {
  const outputs = wantedOutputs(options.reporter ?? [], terminal);
  const wanted = await filesToVerify(terminal.folder, files);
  const tools = await findVerifiers({ machine: thisMachine(), packageRoot });
  const found = [];
  for (const file of wanted) {
    const { path, verdict } = await verifyFile(terminal.folder, file, tools);
    terminal.say(`${path}\n`);
    for (const { name, version } of verdict.checked)
      terminal.say(`  checked      ${name} ${version}\n`);
    for (const { name, why, help } of verdict.notChecked) {
      terminal.say(`  not checked  ${name}: ${why} ${help}\n`);
    }
    found.push(...verdict.findings);
  }
  const sources = new Map(wanted.map((path) => [path, { path, text: '' }]));
  const report = { ...reportOf([], versionOf(packageRoot)), findings: found, sources };
  await writeReport(outputs, report, terminal);
  const { code, reasons } = verdictOf(report, {
    strict: options.strict === true,
    maxWarnings: undefined,
  });
  for (const reason of reasons) terminal.say(`${reason}\n`);
  return code;
}
