/**
 * `npm run bench:check`: how fast plans are checked, beside parsing alone and beside remark-cli, all in one run. The
 * aims are meant by the clock, which is what people wait for, on a machine that does nothing else; the processor's time,
 * user and system on all cores, tells where it does. The least of several rounds is taken, by turns. Nothing is thrown
 * away between rounds but our own cache.
 */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { writeCorpus } from './corpus.ts';
import { costOf, leastInTurn, ratios, show } from './cost.ts';

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
  const remark = path.join(home, 'node_modules/remark-cli/cli.js');
  const preset = path.join(home, 'node_modules/remark-preset-lint-recommended/index.js');
  const gfm = path.join(home, 'node_modules/remark-gfm/index.js');
  const matter = path.join(home, 'node_modules/remark-frontmatter/index.js');
  const plugins = [gfm, matter, preset].flatMap((one) => ['--use', one]);
  const check = (...more: readonly string[]) => costOf(root, [command, 'check', ...more]);
  const anew = async (...more: readonly string[]) => {
    await rm(path.join(root, '.briefwright'), { recursive: true, force: true });
    return check(...more);
  };
  const cost = await leastInTurn(rounds, {
    parsed: () => costOf(root, [parseOnly, 'files.json']),
    alone: () => anew('--jobs', '1'),
    cold: () => anew(),
    warm: () => check(),
    changed: async () => {
      await appendFile(files.at(-1) ?? '', '\n');
      return check();
    },
    linted: () => costOf(root, [remark, 'sources', '--quiet', '--frail', ...plugins]),
    nothing: () => costOf(root, ['-e', '0']),
    version: () => costOf(root, [command, '--version']),
  });
  const { parsed, alone, cold, linted, nothing, version } = cost;
  console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`);
  show('parsing alone, remark-parse with the same extensions', parsed);
  show(
    'briefwright check, nothing remembered',
    cold,
    `${ratios(cold, parsed, 'parsing alone')} (at most 1.3)`,
  );
  show(
    'briefwright check --jobs 1, nothing remembered',
    alone,
    ratios(alone, parsed, 'parsing alone'),
  );
  show(
    'remark-cli, remark-preset-lint-recommended',
    linted,
    `${ratios(linted, cold, 'briefwright check')} (at least 3), ${ratios(linted, alone, '--jobs 1')}`,
  );
  show('briefwright check, one section changed', cost.changed);
  show('briefwright check, nothing changed', cost.warm, 'at most 0.5 s');
  show('node -e 0', nothing);
  show('briefwright --version', version, `${ratios(version, nothing, 'node -e 0')} (at most 2)`);
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
