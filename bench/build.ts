/**
 * `npm run bench:build`, with `-- 10000` for more than 1,000 sections: what building the site costs, beside unified
 * alone over the same files in one process, and beside pandoc and hugo where they are installed, all in one run.
 * Ratios are of the processor's time, user and system; the least of several rounds is taken. The clock's time and the
 * most memory held stand beside it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { writeCorpus } from './corpus.ts';
import { costOf, leastOf, ratio, show } from './cost.ts';
import { watchedSaves } from './watched.ts';

const sections = Number(process.argv[2] ?? 1000);
const rounds = Number(process.env['ROUNDS'] ?? 2);
const home = path.resolve(import.meta.dirname, '..');
const command = path.join(home, 'bin/briefwright.js');
const root = await mkdtemp(path.join(os.tmpdir(), 'bench-'));

try {
  const files = await writeCorpus(root, sections);
  const bare = path.join(root, 'bare-unified.mjs');
  // Bundled as the command is, so that neither has to load more files than the other.
  await build({
    entryPoints: [path.join(import.meta.dirname, 'bare-unified.ts')],
    outfile: bare,
    bundle: true,
    format: 'esm',
    platform: 'node',
    minifySyntax: true,
    banner: {
      js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);",
    },
  });
  const html = [command, 'build', '--to', 'html'];
  const both = [command, 'build', '--to', 'html,epub'];
  let edits = 0;
  const middle = files[Math.floor(files.length / 2)] ?? '';
  /** A word more in the background of a section in the middle. */
  const changing = async (args: readonly string[]) => {
    const text = await readFile(middle, 'utf8');
    edits += 1;
    await writeFile(middle, text.replace('## Background\n\n', `$&Word${edits} `));
    return costOf(root, args);
  };
  console.log(`${sections} sections`);
  const unified = await leastOf(rounds, () => costOf(root, [bare, 'sources']));
  const cold = await leastOf(rounds, async () => {
    await rm(path.join(root, '.briefwright'), { recursive: true, force: true });
    return costOf(root, html);
  });
  const same = await leastOf(rounds, () => costOf(root, html));
  const changed = await leastOf(rounds, () => changing(html));
  costOf(root, both);
  const bothChanged = await leastOf(rounds, () => changing(both));
  const saves = await watchedSaves(
    { command, root, file: middle, page: await pageOf(middle) },
    ['--to', 'html'],
    rounds + 5,
  );
  const nothing = await leastOf(rounds, () => costOf(root, ['-e', '0']));
  show('unified alone: the same extensions, to hast, to HTML', unified);
  const byClock = (cold.wall / unified.wall).toFixed(2);
  show(
    'the site, from nothing',
    cold,
    `${ratio(cold, unified)} × unified alone (at most 1.25), by the clock ${byClock} × (below 1)`,
  );
  show(
    'nothing changed',
    same,
    `${ratio(same, nothing)} × node -e 0 (at most 4, or 10 for 10,000)`,
  );
  show('one section changed', changed, `at most 0.6 s; ${ratio(changed, unified)} × unified alone`);
  show('one section changed, site and book', bothChanged, 'at most 0.6 s');
  show('node -e 0', nothing);
  const median = saves.toSorted((a, b) => a - b)[Math.floor(saves.length / 2)] ?? 0;
  const starts = (median / 1000 / nothing.wall).toFixed(1);
  console.log(
    `watched: ${saves.map(Math.round).join(', ')} ms from a save to the page, in the median ${Math.round(median)} (at most 100), ${starts} × node -e 0`,
  );
  besideOthers();
} finally {
  await rm(root, { recursive: true });
}

/** The page of the site about the section in a file: "10.25.md" is at ".../10-25-measure-25-….html". */
async function pageOf(file: string): Promise<string> {
  const start = `${path.basename(file, '.md').replace('.', '-')}-`;
  const dist = path.join(root, 'dist/plan');
  const pages = await readdir(dist, { recursive: true });
  return path.join(dist, pages.find((page) => path.basename(page).startsWith(start)) ?? '');
}

/** Wall time, since another program does not tell what it costs: a fair bound where the machine is idle. */
function besideOthers(): void {
  const others: readonly (readonly [string, readonly string[]])[] = [
    ['pandoc', ['-f', 'gfm', '-t', 'html', '-o', 'pandoc.html', '--file-scope']],
  ];
  for (const [name, args] of others) {
    const sources = spawnSync('find', ['sources', '-name', '*.md'], {
      cwd: root,
      encoding: 'utf8',
    });
    const start = performance.now();
    const ran = spawnSync(name, [...args, ...sources.stdout.trim().split('\n')], { cwd: root });
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    console.log(
      ran.error ? `${name}: not installed` : `${name}, one page: ${seconds} s of the clock`,
    );
  }
}
