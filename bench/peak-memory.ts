/** What a piece of work holds in memory at most: this process and all that it started, the browser's processes too. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { run } from '../pipeline/build/run.ts';

/** How often is looked, in milliseconds. */
const interval = 150;

/**
 * Does the work. `memory` is the largest sum of memory that was seen, in MB: on Linux what processes share counts once,
 * elsewhere for each of them. 0 where the system has no `ps`.
 */
export async function peakMemory<T>(work: () => Promise<T>): Promise<{ memory: number; value: T }> {
  let memory = 0;
  const look = async () => {
    memory = Math.max(memory, await memoryNow());
  };
  const timer = setInterval(look, interval);
  try {
    const value = await work();
    await look();
    return { memory, value };
  } finally {
    clearInterval(timer);
  }
}

/** A process: its number, that of the one that started it, and what it has resident, in kilobytes. */
type Process = readonly [pid: number, parent: number, kilobytes: number];

async function memoryNow(): Promise<number> {
  const mine = new Set([process.pid]);
  const sizes: Promise<number>[] = [];
  // A process that was started has a larger number than the one that started it, but for rare wraps.
  for (const [pid, parent, kilobytes] of [...(await processes())].sort(([a], [b]) => a - b)) {
    if (!mine.has(pid) && !mine.has(parent)) continue;
    mine.add(pid);
    sizes.push(proportionalSize(pid).then((size) => size ?? kilobytes));
  }
  const sum = (await Promise.all(sizes)).reduce((total, one) => total + one, 0);
  return sum / 1024;
}

/** Linux is asked by its files: to start `ps` stops a large process for 10 ms each time, a tenth of what is measured. */
async function processes(): Promise<readonly Process[]> {
  if (process.platform === 'linux') return linuxProcesses();
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss='], { timeoutSeconds: 10 });
  return stdout.split('\n').map((line): Process => {
    const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/u).map(Number);
    return [pid, parent, kilobytes];
  });
}

function linuxProcesses(): readonly Process[] {
  return readdirSync('/proc').flatMap((pid): readonly Process[] => {
    if (!/^\d+$/u.test(pid)) return [];
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const numberOf = (name: string) =>
        Number(new RegExp(`^${name}:\\s*(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
      return [[Number(pid), numberOf('PPid'), numberOf('VmRSS')]];
    } catch {
      return []; // It has ended.
    }
  });
}

/** In kilobytes, of what is shared its share (proc_pid_smaps, Pss); undefined where the system does not tell. */
async function proportionalSize(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, size] = /^Pss:\s+(\d+) kB/mu.exec(text) ?? [];
  return size === undefined ? undefined : Number(size);
}
