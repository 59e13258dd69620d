/** Machines as values: what is found depends on nothing else. */
import type { Machine } from '../../pipeline/build/machine.ts';

/** A Linux machine that nobody administers and that has no program, changed as a test needs it. */
export function machine(change: Partial<Machine>): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/ana',
    root: false,
    apt: undefined,
    runs: () => false,
    ...change,
  };
}
