/** What this computer is: everything that finding tools depends on, as a value, so that tests can name another one. */
import { accessSync, constants, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether commands run as root (Linux, macOS). */
  readonly root: boolean;
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
    runs: isProgram,
  };
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
