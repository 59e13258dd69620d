/** An edition's context with the project's own templates, styles and fonts, and the real browser. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadFonts } from '../../../pipeline/build/fonts.ts';
import type { EditionContext, Printer } from '../../../pipeline/model/edition.ts';
import { labelsFor } from '../../../pipeline/render/labels.ts';
import { createTemplates } from '../../../pipeline/render/templates.ts';

/** Everything below a folder that has an ending, by its path there. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => /\.\w+$/u.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** The context of a print in the language. */
export async function printContext(printer: Printer, lang = 'en'): Promise<EditionContext> {
  const templates = textsIn('templates');
  return {
    templates: createTemplates(templates),
    styles: textsIn('styles'),
    fonts: await loadFonts(process.cwd()),
    labels: labelsFor(lang, templates),
    printer,
    formats: ['pdf'],
    pageMap: undefined,
    date: new Date('2026-03-02T00:00:00Z'),
    version: '0.0.0',
  };
}
