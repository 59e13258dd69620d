/** How long somebody waits who saves while `briefwright watch` runs. */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What is edited: a text, and the page that shows it. */
export interface Watched {
  readonly command: string;
  readonly root: string;
  readonly file: string;
  readonly page: string;
}

/** Milliseconds from each save to the page that shows it, by the clock; the first build is waited for. */
export async function watchedSaves(
  { command, root, file, page }: Watched,
  args: readonly string[],
  saves: number,
): Promise<readonly number[]> {
  const watcher = spawn(process.execPath, [command, 'watch', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  watcher.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const waiting = async (times: number) => {
    while (told.split('Waiting for changes.').length <= times) await pause(20);
  };
  try {
    await waiting(1);
    const took: number[] = [];
    for (let save = 1; save <= saves; save++) {
      // What is as old as a tick of the disk is known by its stamp.
      await pause(500);
      const word = `Saved${save}now`;
      const text = await readFile(file, 'utf8');
      const start = performance.now();
      await writeFile(file, text.replace('## Background\n\n', `$&${word} `));
      while (!(await shows(page, word))) await pause(1);
      took.push(performance.now() - start);
      await waiting(save + 1);
    }
    return took;
  } finally {
    watcher.kill();
  }
}

/** A page may be away for a moment, when its folder is exchanged. */
async function shows(page: string, word: string): Promise<boolean> {
  const text = await readFile(page, 'utf8').catch(() => '');
  return text.includes(word);
}
