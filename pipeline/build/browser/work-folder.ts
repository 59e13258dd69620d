/** The folder that a browser may write into: its profile, and the configuration that shows it no font but ours. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

export interface WorkFolder {
  readonly path: string;
  /** fontconfig's file, for FONTCONFIG_FILE. */
  readonly fontConfig: string;
  remove(): Promise<void>;
  /** As `remove`, for when the process is about to end. */
  removeNow(): void;
}

/**
 * Makes one, in the system's temporary folder: at once, so that whoever removes it at the end of the process knows of it.
 * The font configuration holds Source Sans 3 and nothing else. So no print shows a font of the machine, and a
 * machine with no font at all prints too (Chromium fails there, or prints a blank page).
 */
export function createWorkFolder(packageRoot: string): WorkFolder {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'briefwright-'));
  const fontConfig = path.join(folder, 'fonts.conf');
  writeFileSync(fontConfig, fontConfiguration(fontFolder(packageRoot), path.join(folder, 'fonts')));
  // The browser's last process may still be writing when the first has ended.
  const how = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  return {
    path: folder,
    fontConfig,
    remove: () => rm(folder, how),
    removeNow() {
      try {
        rmSync(folder, how);
      } catch {
        // Whoever ends must not fail over what a browser is still writing; the system clears its temporary folder.
      }
    },
  };
}

function fontFolder(packageRoot: string): string {
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  return path.dirname(resolve('source-sans/TTF/SourceSans3-Regular.ttf'));
}

function fontConfiguration(fonts: string, cache: string): string {
  return toXml([x('fontconfig', [x('dir', fonts), x('cachedir', cache)])]);
}
