/** What a piece of work holds in memory at most: this process and all that it started, the browser's processes too. */
import { readFile } from 'node:fs/promises';
import { ownProcesses } from './own-processes.ts';

/** How often is looked, in milliseconds. */
const interval = 150;

/**
 * Does the work. `memory` is the largest sum of memory that was seen, in MB: what processes share counts once. 0 where
 * the system has no `/proc`.
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

async function memoryNow(): Promise<number> {
  const sizes = await Promise.all(ownProcesses().map(({ pid }) => sizeOf(pid)));
  return sizes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** In kilobytes, of what is shared its share (proc_pid_smaps, Pss); 0 for a process that has ended. */
async function sizeOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0);
}
