/** What a piece of work costs this process and all that it started in time of processors, which no other program's load changes. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock a second, on every Linux. */
const ticks = 100;

/** Does the work. `seconds` is 0 where the system has no `/proc`. */
export async function cpuTime<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const before = secondsNow();
  const value = await work();
  return { seconds: secondsNow() - before, value };
}

/** Of all processes that live, and those that they waited for. */
function secondsNow(): number {
  const mine = new Set([process.pid]);
  let sum = 0;
  // A process that was started has a larger number than the one that started it, but for rare wraps.
  for (const pid of processes()) {
    const fields = statusOf(pid);
    if (!mine.has(pid) && !mine.has(fields[1] ?? 0)) continue;
    mine.add(pid);
    // utime, stime, cutime, cstime of proc(5).
    sum += fields.slice(11, 15).reduce((total, one) => total + one, 0);
  }
  return sum / ticks;
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .sort((one, other) => one - other);
  } catch {
    return [];
  }
}

/** What stands behind the name, which may hold anything; NaN for what is no number. */
function statusOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
}
