/** Bundles the command into `bin/`: one entry that starts at once, and chunks that load when a command needs them. */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { bundleSite } from './bundle-site.ts';

await rm('bin', { recursive: true, force: true });
await build({
  entryPoints: {
    briefwright: 'pipeline/cli/main.ts',
    config: 'pipeline/model/config.ts',
    'parse-worker': 'pipeline/build/parsing/parse-worker.ts',
  },
  outdir: 'bin',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  legalComments: 'none',
  // Loaded from node_modules when needed: they bring data files or a browser's protocol of their own.
  external: [
    'jiti',
    '@babel/parser',
    'puppeteer',
    '@puppeteer/browsers',
    'fontkit',
    'epub-gen-memory',
    '@likecoin/epubcheck-ts',
  ],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

await mkdir('bin/site');
for (const [name, text] of await bundleSite()) await writeFile(`bin/site/${name}.js`, text);

// The types of a project's config, for editors.
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
});
