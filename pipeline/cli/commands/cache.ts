/** `briefwright cache clean`: forgets what builds and checks remember. */
import { rmSync } from 'node:fs';
import { cacheFolder } from '../../build/cache/cache.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';

/** Deletes the project's cache. The next build makes everything anew. */
export function cleanCache(terminal: Terminal = thisTerminal()): void {
  rmSync(cacheFolder(terminal.folder), { recursive: true, force: true });
  terminal.say('The cache is empty.\n');
}
