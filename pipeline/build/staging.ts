/** Folders that are written beside their place and moved into it in one step: whole, or not at all. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ToolError } from '../model/errors.ts';

/** Before a name, with the number of the process that wrote it: not yet, or no longer, published. */
const staged = /^\.briefwright-(?<kind>new|old)-(?<pid>\d+)-(?<name>.+)$/u;

/** What a folder of this process is called that is not in its place yet, or not any more. */
export function stagedName(kind: 'new' | 'old', name: string): string {
  return `.briefwright-${kind}-${process.pid}-${name}`;
}

/** What a disk says when it cannot take more, or not this. */
const diskErrors: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than this system allows',
  EROFS: 'the disk can only be read',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EEXIST: 'something that is no folder is in the way',
  ENOTDIR: 'something that is no folder is in the way',
  EIO: 'the disk reports an error',
};

/**
 * Replaces `parent/name/` by what `write` puts into the folder it is given. Where `write` fails or gives false, what
 * was there stays as it was. Raises `ToolError` where the disk refuses.
 */
export async function replaceFolder(
  parent: string,
  name: string,
  write: (folder: string) => Promise<boolean>,
): Promise<void> {
  const fresh = path.join(parent, stagedName('new', name));
  const old = path.join(parent, stagedName('old', name));
  const place = path.join(parent, name);
  try {
    await mkdir(parent, { recursive: true });
    await recover(parent, name);
    await mkdir(fresh);
    if (await write(fresh)) await swap(place, fresh, old);
  } catch (error) {
    throw diskError(error, place);
  } finally {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Another build may put its own into the place between the two steps: then that one is moved away too. */
async function swap(place: string, fresh: string, old: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    await rename(place, old).catch(ignore('ENOENT'));
    try {
      await rename(fresh, place);
      break;
    } catch (error) {
      if (tries < 5 && (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST')) {
        await rm(old, { recursive: true, force: true });
        continue;
      }
      await rename(old, place).catch(() => undefined);
      throw error;
    }
  }
  await rm(old, { recursive: true, force: true });
}

/**
 * Mends what a killed build left: a folder that was moved away comes back, half-written ones go. What a running
 * process is at stays, but for this process's own of the name `mine`: that is from one that had the same number.
 */
export async function recover(parent: string, mine: string): Promise<void> {
  const names = await readdir(parent).catch((): string[] => []);
  for (const one of names) {
    const { kind, pid, name } = staged.exec(one)?.groups ?? {};
    if (name === undefined) continue;
    if (Number(pid) === process.pid ? name !== mine : alive(Number(pid))) continue;
    const from = path.join(parent, one);
    const lost = kind === 'old' && !names.includes(name);
    if (lost) await rename(from, path.join(parent, name));
    else await rm(from, { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A disk's refusal in words, as a `ToolError`; any other error as it is. */
function diskError(error: unknown, place: string): unknown {
  const why = diskErrors[codeOf(error) ?? ''];
  if (why === undefined) return error;
  const help =
    'What was published before is still there. Make room, or mend the permissions, and build again.';
  return new ToolError(`${place} could not be written: ${why}.`, help, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

function ignore(code: string): (error: unknown) => void {
  return (error) => {
    if (codeOf(error) !== code) throw error;
  };
}
