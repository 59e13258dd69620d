/** What this computer is: everything that finding tools depends on, as a value, so that tests can name another one. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether commands run as root (Linux, macOS). */
  readonly root: boolean;
  /** Which of the systems with apt-get this is, or is made from; undefined for any other. */
  readonly apt: 'debian' | 'ubuntu' | undefined;
  /** Whether a file is there and may be run. */
  readonly runs: (file: string) => boolean;
}

/** The machine we run on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: os.homedir(),
    root: process.getuid?.() === 0,
    apt: aptSystem(osRelease()),
    runs: isProgram,
  };
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** Reads os-release(5): the system itself, else what it is like. Ubuntu first: what is like Ubuntu is like Debian too. */
export function aptSystem(osRelease: string): Machine['apt'] {
  const words = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gmu)].flatMap(
    (match) => match[1]?.split(' ') ?? [],
  );
  if (words.includes('ubuntu')) return 'ubuntu';
  return words.includes('debian') ? 'debian' : undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The rules for paths on a machine: `\` and drives on Windows, `/` elsewhere. */
export function pathsOf(machine: Machine): path.PlatformPath {
  return machine.platform === 'win32' ? path.win32 : path.posix;
}

/** The first of several programs that stands in a folder of PATH. Relative folders are passed over. */
export function programOnPath(machine: Machine, names: readonly string[]): string | undefined {
  const paths = pathsOf(machine);
  const folders = (machine.env['PATH'] ?? '').split(paths.delimiter).filter(paths.isAbsolute);
  const endings = machine.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return names
    .flatMap((name) =>
      folders.flatMap((folder) => endings.map((end) => paths.join(folder, name + end))),
    )
    .find(machine.runs);
}
