/** What an edition is given in a build: the project's own templates, styles, labels and fonts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadFonts, loadSiteFonts } from '../../pipeline/build/fonts.ts';
import type { EditionContext } from '../../pipeline/model/edition.ts';
import { labelsFor } from '../../pipeline/render/labels.ts';
import { createTemplates } from '../../pipeline/render/templates.ts';
import { bundleSite } from '../../scripts/bundle-site.ts';

/** The texts of a folder by their path below it. */
function texts(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:liquid|yaml|css)$/u.test(name),
  );
  return new Map(
    names.map((name) => [
      name.split(path.sep).join('/'),
      readFileSync(path.join(folder, name), 'utf8'),
    ]),
  );
}

/** The context of a build in a language. There is no printer: who prints asks for it in `rest`. */
export async function editionContext(
  lang = 'en',
  rest: Partial<EditionContext> = {},
): Promise<EditionContext> {
  const templates = texts('templates');
  return {
    templates: createTemplates(templates),
    styles: texts('styles'),
    fonts: await loadFonts(process.cwd()),
    siteFonts: await loadSiteFonts(process.cwd()),
    labels: labelsFor(lang, templates),
    scripts: await bundleSite(),
    printer: {
      print: () => Promise.reject(new Error('This test does not print.')),
      proof: () => Promise.reject(new Error('This test does not print.')),
      version: () => Promise.reject(new Error('This test does not print.')),
    },
    formats: ['pdf', 'html', 'epub'],
    pageMap: undefined,
    date: new Date(Date.UTC(2026, 2, 2)),
    version: '0.0.0',
    ...rest,
  };
}
