/** This process and all that it started, as Linux tells of them. */
import { readdirSync, readFileSync } from 'node:fs';

export interface OwnProcess {
  readonly pid: number;
  /** What `/proc/PID/stat` says behind the name, from the state on (proc(5)): NaN for what is no number. */
  readonly fields: readonly number[];
}

/** Those that live now; none where the system has no `/proc`. */
export function ownProcesses(): readonly OwnProcess[] {
  const mine = new Set([process.pid]);
  // A process that was started has a larger number than the one that started it, but for rare wraps.
  return numbers().flatMap((pid): readonly OwnProcess[] => {
    const fields = fieldsOf(pid);
    const [, parent = 0] = fields;
    if (!mine.has(pid) && !mine.has(parent)) return [];
    mine.add(pid);
    return [{ pid, fields }];
  });
}

function numbers(): readonly number[] {
  try {
    const names = readdirSync('/proc').map(Number);
    return names.filter((pid) => pid > 0).sort((one, other) => one - other);
  } catch {
    return [];
  }
}

/** The name may hold anything, and stands in brackets. */
function fieldsOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const rest = text.slice(text.lastIndexOf(')') + 2);
    return rest.split(' ').map(Number);
  } catch {
    return []; // It has ended.
  }
}
