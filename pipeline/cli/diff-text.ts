/** Changes as a unified diff, which `patch` and `git apply` take. */
import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../build/fix-plans.ts';
import type { Colors } from './reporters/reporter.ts';

export function diffText(changes: readonly FileChange[], colors: Colors): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3 }),
    )
    .flatMap((patch) => patch.split('\n').filter((line) => !/^=+$/u.test(line)))
    .map((line) => painted(line, colors))
    .join('\n');
}

function painted(line: string, colors: Colors): string {
  if (/^(?:---|\+\+\+) /u.test(line)) return colors.bold(line.trimEnd());
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  return line.startsWith('-') ? colors.red(line) : line;
}
