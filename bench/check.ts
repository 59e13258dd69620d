/**
 * `npm run bench:check`: how fast plans are checked, beside parsing alone and beside remark-cli, all in one run.
 * Times are of the processor, in user and system, so that other work on the machine counts little; the least of
 * several rounds is taken. Nothing is thrown away between rounds but our own cache.
 */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { writeCorpus } from './corpus.ts';
import { costOf, leastOf, ratio, show } from './cost.ts';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const home = path.resolve(import.meta.dirname, '..');
const command = path.join(home, 'bin/briefwright.js');
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
  const parsed = await leastOf(rounds, () => costOf(root, [parseOnly, 'files.json']));
  const cold = await leastOf(rounds, async () => {
    await forget();
    return costOf(root, [command, 'check']);
  });
  const warm = await leastOf(rounds, () => costOf(root, [command, 'check']));
  const changed = await leastOf(rounds, async () => {
    await appendFile(files.at(-1) ?? '', '\n');
    return costOf(root, [command, 'check']);
  });
  const remark = path.join(home, 'node_modules/remark-cli/cli.js');
  const preset = path.join(home, 'node_modules/remark-preset-lint-recommended/index.js');
  const gfm = path.join(home, 'node_modules/remark-gfm/index.js');
  const matter = path.join(home, 'node_modules/remark-frontmatter/index.js');
  const plugins = [gfm, matter, preset].flatMap((one) => ['--use', one]);
  const linted = costOf(root, [remark, 'sources', '--quiet', '--frail', ...plugins]);
  const nothing = await leastOf(rounds, () => costOf(root, ['-e', '0']));
  const version = await leastOf(rounds, () => costOf(root, [command, '--version']));
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
  show('briefwright check, one section changed', changed);
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
      costOf(folder, [command, 'check']),
    );
  }
} finally {
  await rm(root, { recursive: true });
}
