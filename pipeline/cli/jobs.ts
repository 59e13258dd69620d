/** `--jobs`: on how many threads plans are parsed. */
import { UsageError } from '../model/errors.ts';

/** The number asked for; undefined where none is. Raises `UsageError`. */
export function wantedJobs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new UsageError(
    `--jobs takes a number of threads, not "${text}".`,
    'Write --jobs 1 for no other thread; without --jobs, as many are used as gain by it.',
  );
}
