/** Opens what a build works with: templates, styles, fonts, and one browser for all plans. */
import path from 'node:path';
import { createTemplates } from '../render/templates.ts';
import { createPrinter, printSeconds } from './browser/print.ts';
import { withBrowser } from './browser/session.ts';
import type { Workshop } from './build-plan.ts';
import { loadFonts, loadSiteFonts } from './fonts.ts';
import { thisMachine } from './machine.ts';
import { overlay } from './resources.ts';
import { loadSiteScripts } from './site-scripts.ts';
import { withTheme } from './theme.ts';
import { versionOf } from './version.ts';

/** Runs `work` with a workshop whose browser is closed afterwards, whether the work succeeds or not. */
export async function withWorkshop<T>(
  place: Pick<Workshop, 'root' | 'formats' | 'claims' | 'stratmlPart' | 'sheet'> & {
    readonly theme?: string | undefined;
    readonly packageRoot: string;
  },
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const { root, packageRoot, formats, claims, stratmlPart, sheet, theme } = place;
  const machine = thisMachine();
  return withBrowser({ machine, packageRoot }, async (session) => {
    const templateFiles = await overlay('templates', packageRoot, root);
    return work({
      root,
      dist: path.join(root, 'dist'),
      formats,
      claims,
      stratmlPart,
      sheet,
      templateFiles,
      templates: createTemplates(templateFiles),
      styles: withTheme(await overlay('styles', packageRoot, root), theme),
      fonts: await loadFonts(packageRoot),
      siteFonts: await loadSiteFonts(packageRoot),
      scripts: await loadSiteScripts(packageRoot),
      printer: createPrinter(session, printSeconds(machine)),
      version: versionOf(packageRoot),
      epoch: machine.env['SOURCE_DATE_EPOCH'],
      browser: session.version,
    });
  });
}
