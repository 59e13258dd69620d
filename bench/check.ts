/**
 * `npm run bench:check`: how fast plans are checked, beside parsing alone and beside remark-cli, all in one run.
 * Times are of the processor, in user and system, so that other work on the machine counts little; the least of
 * several rounds is taken. Nothing is thrown away between rounds but our own cache.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { writeCorpus } from './corpus.ts';

interface Cost {
  /** Seconds. */
  readonly cpu: number;
  readonly wall: number;
  /** The most memory held, in MB. */
  readonly memory: number;
}

const rounds = Number(process.env['ROUNDS'] ?? 3);
const home = path.resolve(import.meta.dirname, '..');
const command = path.join(home, 'bin/briefwright.js');
const meter = path.join(import.meta.dirname, 'meter.mjs');
const root = await mkdtemp(path.join(os.tmpdir(), 'bench-'));

try {
  const files = await writeCorpus(root, 1000);
  await writeFile(path.join(root, 'files.json'), JSON.stringify(files));
  const parseOnly = path.join(root, 'parse-only.mjs');
  // Bundled as the command is, so that neither has to load more files than the other.
  await build({
    entryPoints: [path.join(import.meta.dirname, 'parse-only.ts')],
    outfile: parseOnly,
    bundle: true,
    format: 'esm',
    platform: 'node',
    minifySyntax: true,
    banner: {
      js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);",
    },
  });
  const forget = () => rm(path.join(root, '.briefwright'), { recursive: true, force: true });
  const parsed = await least(() => run(root, [parseOnly, 'files.json']));
  const cold = await least(async () => {
    await forget();
    return run(root, [command, 'check']);
  });
  const warm = await least(() => run(root, [command, 'check']));
  const remark = path.join(home, 'node_modules/remark-cli/cli.js');
  const preset = path.join(home, 'node_modules/remark-preset-lint-recommended/index.js');
  const gfm = path.join(home, 'node_modules/remark-gfm/index.js');
  const matter = path.join(home, 'node_modules/remark-frontmatter/index.js');
  const plugins = [gfm, matter, preset].flatMap((one) => ['--use', one]);
  const linted = run(root, [remark, 'sources', '--quiet', '--frail', ...plugins]);
  const nothing = await least(() => run(root, ['-e', '0']));
  const version = await least(() => run(root, [command, '--version']));
  show('parsing alone, remark-parse with the same extensions', parsed);
  show(
    'briefwright check, nothing remembered',
    cold,
    `${ratio(cold, parsed)} × parsing alone (at most 1.3)`,
  );
  show(
    'remark-cli, remark-preset-lint-recommended',
    linted,
    `${ratio(linted, cold)} × briefwright check (at least 3)`,
  );
  show('briefwright check, nothing changed', warm, 'at most 0.5 s');
  show('node -e 0', nothing);
  show('briefwright --version', version, `${ratio(version, nothing)} × node -e 0 (at most 2)`);
  const sizes = [500, 1000, 2000, 4000];
  for (const sections of sizes) {
    const folder = path.join(root, `memory-${sections}`);
    const written = await writeCorpus(folder, sections);
    const texts = await Promise.all(written.map((file) => readFile(file)));
    const size = texts.reduce((sum, text) => sum + text.byteLength, 0) / 1e6;
    show(
      `briefwright check, ${sections} sections, ${size.toFixed(1)} MB of text`,
      run(folder, [command, 'check']),
    );
  }
} finally {
  await rm(root, { recursive: true });
}

async function least(measure: () => Cost | Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await measure());
  const best = (key: keyof Cost) => Math.min(...costs.map((cost) => cost[key]));
  return { cpu: best('cpu'), wall: best('wall'), memory: best('memory') };
}

/** Runs Node with the arguments, and reads what it cost from the meter. */
function run(folder: string, args: readonly string[]): Cost {
  const start = performance.now();
  const ran = spawnSync(process.execPath, ['--import', meter, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wall = (performance.now() - start) / 1000;
  const last = /METER (\S+) (\S+)/u.exec(ran.stderr);
  if (last === null) throw new Error(`${args.join(' ')} told no cost: ${ran.stderr}`);
  return { cpu: Number(last[1]), wall, memory: Number(last[2]) };
}

function ratio(one: Cost, other: Cost): string {
  return (one.cpu / other.cpu).toFixed(2);
}

function show(name: string, { cpu, wall, memory }: Cost, note = ''): void {
  const numbers = `${cpu.toFixed(2).padStart(7)} s cpu ${wall.toFixed(2).padStart(7)} s wall ${memory.toFixed(0).padStart(5)} MB`;
  process.stdout.write(`${name.padEnd(56)} ${numbers}  ${note}\n`);
}
