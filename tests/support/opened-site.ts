/** A site on disk, opened in the real browser as a reader would who got it in a folder. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll } from 'vitest';
import * as z from 'zod';
import type { Artifact } from '../../pipeline/model/edition.ts';
import { browserForTests } from './browser.ts';

/** How a reader looks at a page. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** A site written to a folder of its own, which is removed after the last test. */
export function openedSite(artifacts: () => Promise<readonly Artifact[]>) {
  const { session } = browserForTests();
  let written: Promise<string> | undefined;

  async function write(): Promise<string> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'site-'));
    for (const artifact of await artifacts()) {
      const file = path.join(folder, artifact.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, artifact.bytes);
    }
    return folder;
  }

  afterAll(async () => {
    if (written) await rm(await written, { recursive: true });
  });

  return {
    /** Opens a page, hands it to `look`, and closes it. `complaints` are what the browser says to developers. */
    async open<T>(
      name: string,
      { width, scheme }: Look,
      look: (page: Page, complaints: readonly string[]) => Promise<T>,
    ): Promise<T> {
      written ??= write();
      const browser = await session.browser();
      const page = await browser.newPage();
      try {
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(pathToFileURL(path.join(await written, name)).href, { waitUntil: 'load' });
        await page.evaluate('document.fonts.ready.then(() => true)');
        return await look(page, complaints);
      } finally {
        await page.close();
      }
    },
  };
}

const axeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
  passes: z.array(z.unknown()),
});

/** What axe-core finds on a page, each as `rule: element`; every rule of WCAG 2.2 A and AA and the best practices. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = axeResult.parse(await page.evaluate('axe.run(document)'));
  if (passes.length === 0) throw new Error('axe-core checked nothing.');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
