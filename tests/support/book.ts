/** The EPUB edition as tests see it: made with the real templates, styles and fonts, and unpacked again. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { loadFonts } from '../../pipeline/build/fonts.ts';
import type { AccessibilityClaim } from '../../pipeline/model/config.ts';
import type { EditionContext, PageMap } from '../../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { epubEdition } from '../../pipeline/render/epub/epub-edition.ts';
import { labelsFor } from '../../pipeline/render/labels.ts';
import { createTemplates } from '../../pipeline/render/templates.ts';

function textsBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name))
      .map((file) => [
        path.relative(folder, file).split(path.sep).join('/'),
        readFileSync(file, 'utf8'),
      ]),
  );
}

const templateFiles = textsBelow('templates');
const styles = textsBelow('styles');
const templates = createTemplates(templateFiles);
const fonts = await loadFonts(process.cwd());

/** What the book's edition is given, for a plan in this language. */
export function bookContext(lang: string, pageMap?: PageMap): EditionContext {
  return {
    templates,
    styles,
    fonts,
    siteFonts: [],
    scripts: new Map(),
    labels: labelsFor(lang, templateFiles),
    printer: {
      print: () => Promise.reject(new Error('A book is not printed.')),
      proof: () => Promise.reject(new Error('A book is not printed.')),
      version: () => Promise.reject(new Error('A book is not printed.')),
    },
    formats: ['epub'],
    pageMap,
    date: new Date('2026-03-02T00:00:00Z'),
    version: '0.0.0',
  };
}

/** The bytes of the plan's book. */
export async function makeBook(
  plan: ResolvedPlan,
  pageMap?: PageMap,
  claim?: AccessibilityClaim,
): Promise<Uint8Array> {
  const context = { ...bookContext(plan.lang, pageMap), claim };
  const { artifacts } = await epubEdition.render(plan, context);
  const [book] = artifacts;
  if (book === undefined) throw new Error('The edition made no book.');
  return book.bytes;
}

/** The texts in a book, by their path in the container. */
export function unpack(book: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
