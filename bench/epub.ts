/**
 * `npm run bench:epub`: what the book of 1,000 sections costs, beside pandoc's from the same Markdown in the same run,
 * and how the cost grows up to 10,000 sections. `npm run bench:epub -- 500 1000` takes other numbers of sections; the
 * first is the one that pandoc makes too. Both start anew with nothing remembered; the least of ROUNDS rounds counts.
 * Reads /proc, so it runs on Linux.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeCorpus } from './corpus.ts';

interface Cost {
  /** Seconds of the processor, in user and system: other work on the machine counts little. */
  readonly cpu: number;
  readonly wall: number;
  /** The most memory held, in MB. */
  readonly memory: number;
}

const rounds = Number(process.env['ROUNDS'] ?? 3);
const command = path.resolve(import.meta.dirname, '../bin/briefwright.js');
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [1000, 2000, 5000, 10_000];
const pandocArguments = [
  ...['-f', 'markdown', 'joined.md', '-o', 'pandoc.epub'],
  ...['--epub-chapter-level=2', '--toc', '--toc-depth=2'],
];
const root = await mkdtemp(path.join(os.tmpdir(), 'bench-'));

try {
  let before: { readonly sections: number; readonly cost: Cost } | undefined;
  for (const sections of sizes) {
    const folder = path.join(root, `${sections}`);
    const files = await writeCorpus(folder, sections);
    const build = async () => {
      await rm(path.join(folder, '.briefwright'), { recursive: true, force: true });
      return run(folder, process.execPath, [command, 'build', '--to', 'epub']);
    };
    if (before === undefined) {
      await writeFile(path.join(folder, 'joined.md'), await joined(files));
      const { ours, pandoc } = await inTurn(build, () => run(folder, 'pandoc', pandocArguments));
      show(`briefwright build --to epub, ${sections} sections`, ours);
      if (pandoc === undefined) say('pandoc: not installed');
      else {
        const time = `${ratio(ours.cpu, pandoc.cpu)} × its cpu, ${ratio(ours.wall, pandoc.wall)} × its time`;
        const memory = `${ratio(ours.memory, pandoc.memory)} × its memory (at most 0.5 each)`;
        show('pandoc, the same Markdown', pandoc, `briefwright: ${time}, ${memory}`);
      }
      before = { sections, cost: ours };
      continue;
    }
    const cost = await build();
    if (cost === undefined) throw new Error('There is no Node.');
    const each = ratio(cost.cpu / sections, before.cost.cpu / before.sections);
    show(
      `briefwright build --to epub, ${sections} sections`,
      cost,
      `${each} × the cpu a section of ${before.sections} (about 1)`,
    );
  }
} finally {
  await rm(root, { recursive: true });
}

/** The plan as one file for pandoc: goals at level 1, sections at 2, parts at 3, notes named once each. */
async function joined(files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.slice(1).map((file) => readFile(file, 'utf8')));
  const sections = texts.map((text, at) => {
    const [, number] = /^sequence: "(\d+\.\d+)"$/mu.exec(text) ?? [];
    const body = text.replace(/^---\n.*?\n---\n/su, '');
    if (number === undefined) return body;
    return body
      .replace(/^#/gmu, '##')
      .replace(/^## (.*)$/mu, `## $1 {#s-${number}}`)
      .replaceAll('[^a]', `[^${at}]`)
      .replace(/\((\d+\.1)\.md\)/gu, '(#s-$1)');
  });
  return `---\ntitle: A plan to measure with\nlang: en\n---\n\n${sections.join('\n')}`;
}

/** Both by turns, so that other work on the machine meets both. */
async function inTurn(
  build: () => Promise<Cost | undefined>,
  rival: () => Promise<Cost | undefined>,
): Promise<{ readonly ours: Cost; readonly pandoc: Cost | undefined }> {
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [await build(), await rival()];
    if (one) ours.push(one);
    if (other) theirs.push(other);
  }
  return { ours: least(ours), pandoc: theirs.length > 0 ? least(theirs) : undefined };
}

function least(costs: readonly Cost[]): Cost {
  const best = (key: keyof Cost) => Math.min(...costs.map((cost) => cost[key]));
  return { cpu: best('cpu'), wall: best('wall'), memory: best('memory') };
}

/** Runs a program and looks at it in /proc until it ends; undefined where there is no such program. */
async function run(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<Cost | undefined> {
  const start = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let [cpu, memory] = [0, 0];
  const watch = setInterval(async () => {
    const [stat, status] = await Promise.all(
      ['stat', 'status'].map((name) =>
        readFile(`/proc/${child.pid}/${name}`, 'utf8').catch(() => ''),
      ),
    );
    // proc(5): utime and stime are fields 14 and 15, in hundredths of a second; field 2 ends with the last ")".
    const fields = (stat ?? '').replace(/^.*\) /su, '').split(' ');
    cpu = Math.max(cpu, (Number(fields[11]) + Number(fields[12])) / 100 || 0);
    const [, peak] = /^VmHWM:\s+(\d+) kB$/mu.exec(status ?? '') ?? [];
    memory = Math.max(memory, Number(peak ?? 0) / 1024);
  }, 10);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${said}`);
    return { cpu, wall: (performance.now() - start) / 1000, memory };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    clearInterval(watch);
  }
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

function show(name: string, { cpu, wall, memory }: Cost, note = ''): void {
  const numbers = `${cpu.toFixed(2).padStart(7)} s cpu ${wall.toFixed(2).padStart(7)} s wall ${memory.toFixed(0).padStart(5)} MB`;
  say(`${name.padEnd(46)} ${numbers}  ${note}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
