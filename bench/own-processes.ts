/** This process and all that it started, as Linux tells of them. */
import { readdirSync, readFileSync } from 'node:fs';

export interface OwnProcess {
  readonly pid: number;
  /** What `/proc/PID/stat` says behind the name, from the state on (proc(5)): NaN for what is no number. */
  readonly fields: readonly number[];
}

/** Those that live now; none where the system has no `/proc`. */
export function ownProcesses(): readonly OwnProcess[] {
  const all = numbers().map((pid): OwnProcess => ({ pid, fields: fieldsOf(pid) }));
  const found = all.filter(({ pid }) => pid === process.pid);
  // Those that are found while it goes on are gone through too. Numbers tell no order: they begin anew when they end.
  for (const { pid } of found)
    found.push(...all.filter(({ fields: [, parent] }) => parent === pid));
  return found;
}

function numbers(): readonly number[] {
  try {
    const names = readdirSync('/proc').map(Number);
    return names.filter((pid) => pid > 0);
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
