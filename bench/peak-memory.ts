/** What a piece of work holds in memory at most: this process and all that it started, the browser's processes too. */
import { run } from '../pipeline/build/run.ts';

/** How often is looked, in milliseconds. */
const interval = 150;

/**
 * Does the work. `memory` is the largest sum of resident memory that was seen, in MB: what processes share counts for
 * each of them. 0 where the system has no `ps`.
 */
export async function peakMemory<T>(work: () => Promise<T>): Promise<{ memory: number; value: T }> {
  let memory = 0;
  const look = async () => {
    memory = Math.max(memory, await residentNow());
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

async function residentNow(): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss='], { timeoutSeconds: 10 });
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/u).map(Number));
  const mine = new Set([process.pid]);
  // A process that was started has a larger number than the one that started it, but for rare wraps.
  let sum = 0;
  for (const [pid = 0, parent = 0, kilobytes = 0] of rows.sort(([a = 0], [b = 0]) => a - b)) {
    if (!mine.has(pid) && !mine.has(parent)) continue;
    mine.add(pid);
    sum += kilobytes;
  }
  return sum / 1024;
}
