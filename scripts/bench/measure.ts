/** How long a command takes as a whole process, and how much memory it holds at most. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** The most memory of the process, in MB; 0 where the system does not tell (it is read from /proc). */
  readonly megabytes: number;
  readonly code: number | null;
}

/** Runs a command to its end, without its output. */
export function measure(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: 'ignore',
    });
    let megabytes = 0;
    const timer = setInterval(() => {
      megabytes = Math.max(megabytes, peakOf(child.pid));
    }, 10);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes, code });
    });
  });
}

/** The process's high-water mark, VmHWM in proc(5). */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The best of several runs: what else the machine does only ever adds. */
export async function best(runs: number, once: () => Promise<Measured>): Promise<Measured> {
  let found = await once();
  for (let run = 1; run < runs; run++) {
    const next = await once();
    if (next.seconds < found.seconds) found = next;
  }
  return found;
}
