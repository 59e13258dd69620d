/** Installing system packages: the commands as they are typed, and as we run them. */
import type { Machine } from '../machine.ts';
import { run, succeeded } from '../run.ts';

/** Tells the user something while we work: one line, without a line break. */
export type Say = (line: string) => void;

/** A command as it is run, and shown first. */
type Command = readonly [program: string, ...args: string[]];

const update: Command = ['apt-get', 'update'];

function install(packages: readonly string[]): Command {
  return ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
}

/** The line to type that installs these packages, given by their apt and Homebrew names. */
export function installLine(
  machine: Machine,
  packages: { readonly apt: readonly string[]; readonly brew: readonly string[] },
): string {
  if (machine.apt) {
    const sudo = machine.root ? '' : 'sudo ';
    return [update, install(packages.apt)].map((command) => sudo + command.join(' ')).join(' && ');
  }
  if (machine.platform === 'darwin') return `brew install ${packages.brew.join(' ')}`;
  return `Install with your system’s package manager: ${packages.apt.join(', ')}`;
}

/** Installs packages as root with apt-get, showing each command and what it says. True where all went well. */
export async function aptInstall(packages: readonly string[], say: Say): Promise<boolean> {
  // A mirror that does not answer makes the update fail and may still leave what we need.
  await show(update, say);
  return show(install(packages), say);
}

/** As `aptInstall`, for dependencies written as in a package's control file: `libasound2t64 | libasound2`. */
export async function aptSatisfy(dependencies: readonly string[], say: Say): Promise<boolean> {
  await show(update, say);
  return show(
    ['apt-get', 'satisfy', '-y', '--no-install-recommends', dependencies.join(', ')],
    say,
  );
}

async function show([program, ...args]: Command, say: Say): Promise<boolean> {
  say(`$ ${[program, ...args.map(quoted)].join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return succeeded(await run(program, args, { timeoutSeconds: 1800, env, show: true }));
}

function quoted(word: string): string {
  return /[^\w./:=+-]/u.test(word) ? `'${word}'` : word;
}
