/** What a piece of work costs this process and all that it started in time of processors, which no other program's load changes. */
import { ownProcesses } from './own-processes.ts';

/** Ticks of the kernel's clock a second, on every Linux. */
const ticks = 100;

/** Does the work. `seconds` is 0 where the system has no `/proc`. */
export async function cpuTime<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const before = secondsNow();
  const value = await work();
  return { seconds: secondsNow() - before, value };
}

/** Of all processes that live, and those that they waited for: utime, stime, cutime, cstime of proc(5). */
function secondsNow(): number {
  const times = ownProcesses().flatMap(({ fields }) => fields.slice(11, 15));
  return times.reduce((sum, one) => sum + one, 0) / ticks;
}
