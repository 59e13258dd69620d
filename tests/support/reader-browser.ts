/** The real browser as a reader has it, with a network: the one of a build reaches nothing at all. */
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll } from 'vitest';
import { requireBrowser } from '../../pipeline/build/browser/find.ts';
import { createWorkFolder } from '../../pipeline/build/browser/work-folder.ts';
import { thisMachine } from '../../pipeline/build/machine.ts';

/** Starts at the first use and ends after the last test of the file. */
export function readerBrowser(): () => Promise<Browser> {
  let started: Promise<Browser> | undefined;
  const machine = thisMachine();

  async function start(): Promise<Browser> {
    const { path } = await requireBrowser({ machine, packageRoot: process.cwd() });
    const work = createWorkFolder(process.cwd());
    const browser = await puppeteer.launch({
      executablePath: path,
      pipe: true,
      userDataDir: `${work.path}/profile`,
      args: [
        '--font-render-hinting=none',
        '--disable-gpu',
        ...(machine.root ? ['--no-sandbox'] : []),
      ],
      env: { ...process.env, FONTCONFIG_FILE: work.fontConfig, TZ: 'UTC' },
    });
    browser.on('disconnected', () => work.removeNow());
    return browser;
  }

  afterAll(async () => {
    await (await started)?.close();
  });
  return () => {
    started ??= start();
    return started;
  };
}
