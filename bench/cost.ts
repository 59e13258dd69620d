/** What a run of Node costs as a whole process, and how benchmarks show it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Cost {
  /** Seconds of the processor, in user and system. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** The most memory held, in MB. */
  readonly memory: number;
}

const meter = path.join(import.meta.dirname, 'meter.mjs');

/** Runs Node with the arguments in a folder, and reads what it cost from the meter. Raises where the process told none. */
export function costOf(folder: string, args: readonly string[]): Cost {
  const start = performance.now();
  const ran = spawnSync(process.execPath, ['--import', meter, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const wall = (performance.now() - start) / 1000;
  const last = /METER (\S+) (\S+)/u.exec(ran.stderr);
  if (last === null) throw new Error(`${args.join(' ')} told no cost: ${ran.stderr}`);
  return { cpu: Number(last[1]), wall, memory: Number(last[2]) };
}

/** The least of several rounds, figure by figure: what other work on the machine added is left out. */
export async function leastOf(rounds: number, measure: () => Cost | Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await measure());
  const best = (key: keyof Cost) => Math.min(...costs.map((cost) => cost[key]));
  return { cpu: best('cpu'), wall: best('wall'), memory: best('memory') };
}

/** As `leastOf`, of several things by turns, so that other work on the machine meets all of them. */
export async function leastInTurn<K extends string>(
  rounds: number,
  measures: Readonly<Record<K, () => Cost | Promise<Cost>>>,
): Promise<Readonly<Record<K, Cost>>> {
  const least: Partial<Record<string, Cost>> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries<() => Cost | Promise<Cost>>(measures)) {
      const before = least[name];
      const cost = await measure();
      least[name] = before === undefined ? cost : lesser(before, cost);
    }
  }
  return least as Readonly<Record<K, Cost>>;
}

function lesser(one: Cost, other: Cost): Cost {
  return {
    cpu: Math.min(one.cpu, other.cpu),
    wall: Math.min(one.wall, other.wall),
    memory: Math.min(one.memory, other.memory),
  };
}

/** How many times another, by the clock and by the processor. */
export function ratios(one: Cost, other: Cost, name: string): string {
  const clock = (one.wall / other.wall).toFixed(2);
  return `${clock} × ${name} by the clock, ${ratio(one, other)} by the processor`;
}

/** How many times the processor's time of another. */
export function ratio(one: Cost, other: Cost): string {
  return (one.cpu / other.cpu).toFixed(2);
}

/** Prints one line. */
export function show(name: string, { cpu, wall, memory }: Cost, note = ''): void {
  const numbers = `${cpu.toFixed(2).padStart(7)} s cpu ${wall.toFixed(2).padStart(7)} s wall ${memory.toFixed(0).padStart(5)} MB`;
  process.stdout.write(`${name.padEnd(56)} ${numbers}  ${note}\n`);
}
