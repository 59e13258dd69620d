/** Runs axe-core on finished pages, opened from disk in the browser of the build, which reaches nothing else. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type AxeReport, type AxeTool, axeReport } from '../../verify/site/axe.ts';
import { openTab } from './locked-page.ts';
import type { BrowserSession } from './session.ts';

const packageFile = z.object({ version: z.string() });

/** `folder` is where the site lies. Raises `ToolError` on a page where the browser fails. */
export async function axeIn(
  session: BrowserSession,
  packageRoot: string,
  folder: string,
): Promise<AxeTool> {
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  const source = await readFile(resolve('axe-core/axe.min.js'), 'utf8');
  const text = await readFile(resolve('axe-core/package.json'), 'utf8');
  return {
    version: packageFile.parse(JSON.parse(text)).version,
    async run(name, looks) {
      const { page, close } = await openTab(await session.browser());
      try {
        await page.goto(pathToFileURL(path.join(folder, name)).href, { waitUntil: 'load' });
        await page.evaluate('document.fonts.ready.then(() => true)');
        await page.evaluate(source);
        const reports: AxeReport[] = [];
        for (const { width, scheme } of looks) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          // Of what passes, one example a rule.
          const report = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
          const parsed = axeReport.safeParse(report);
          reports.push(parsed.success ? parsed.data : { violations: [], passes: [] });
        }
        return reports;
      } finally {
        await close();
      }
    },
  };
}
