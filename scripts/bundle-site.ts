/** Bundles the scripts that run in a reader's browser, by name: `site` for every page, `live` for the preview's. */
import { build } from 'esbuild';

export async function bundleSite(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['site/site.ts', 'site/live.ts'],
    outdir: 'bin/site',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]|\.js$/gu, ''), text]));
}
