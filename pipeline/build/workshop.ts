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
    return work({
      root,
      dist: path.join(root, 'dist'),
      formats,
      claims,
      stratmlPart,
      sheet,
      ...(await readLook({ root, packageRoot, theme })),
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

/** What people may change of the look: templates, and styles with the theme's tokens. Raises `UsageError` for a theme that is not there. */
export async function readLook(place: {
  readonly root: string;
  readonly packageRoot: string;
  readonly theme?: string | undefined;
}): Promise<Pick<Workshop, 'templateFiles' | 'templates' | 'styles'>> {
  const { root, packageRoot, theme } = place;
  const templateFiles = await overlay('templates', packageRoot, root);
  return {
    templateFiles,
    templates: createTemplates(templateFiles),
    styles: withTheme(await overlay('styles', packageRoot, root), theme),
  };
}
