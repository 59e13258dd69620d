/** The files that differ from what git has. */
import path from 'node:path';
import { ToolError, UsageError } from '../model/errors.ts';
import { run, succeeded } from './run.ts';

/**
 * Paths below `root`, relative to it, with `/`: changed since the last commit, or since `ref` left this branch,
 * and those that git does not know yet. Raises `ToolError` without git, `UsageError` without a repository or ref.
 */
export async function changedFiles(
  root: string,
  ref: string | undefined,
): Promise<ReadonlySet<string>> {
  if (ref?.startsWith('-')) throw noSuchRef(ref);
  const base = ref === undefined ? [await headOf(root)] : ['--merge-base', ref];
  const changed = await git(root, ['diff', '--name-only', '-z', '--relative', ...base, '--']);
  if (changed === undefined) throw ref === undefined ? noRepository(root) : noSuchRef(ref);
  const added = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set([...changed.split('\0'), ...(added ?? '').split('\0')].filter(Boolean));
}

/** The last commit; before the first one, git's own name for an empty tree. */
async function headOf(root: string): Promise<string> {
  if ((await git(root, ['rev-parse', '--git-dir'])) === undefined) throw noRepository(root);
  const head = await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return head?.trim() ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

/** What git says; undefined where it refuses. */
async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const ran = await run('git', ['-C', path.resolve(root), ...args], { timeoutSeconds: 60 });
  if (ran.outcome === 'missing') {
    throw new ToolError(
      '--changed asks git, and there is no git.',
      'Install git, or leave --changed out.',
    );
  }
  return succeeded(ran) ? ran.stdout : undefined;
}

function noRepository(root: string): UsageError {
  return new UsageError(
    `--changed asks git, and "${path.basename(path.resolve(root))}" is in no git repository.`,
    'Leave --changed out, or run git init.',
  );
}

function noSuchRef(ref: string): UsageError {
  return new UsageError(
    `git has no commit "${ref}" that this branch comes from.`,
    'Name a branch or a commit, as in --since origin/main; in CI, fetch it first (fetch-depth: 0).',
  );
}
