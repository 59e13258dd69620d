/** The date inside the editions: from SOURCE_DATE_EPOCH, else the plan's own, never the clock. */
import { UsageError } from '../model/errors.ts';

/** For a plan without a date: the first moment that a ZIP archive can state. */
const earliest = new Date('1980-01-01T00:00:00Z');

/** Raises `UsageError` where SOURCE_DATE_EPOCH is no number of seconds. */
export function editionDate(epoch: string | undefined, day: string | undefined): Date {
  if (epoch === undefined || epoch === '')
    return day === undefined ? earliest : new Date(`${day}T00:00:00Z`);
  if (/^\d{1,12}$/u.test(epoch))
    return new Date(Math.max(Number(epoch) * 1000, earliest.getTime()));
  throw new UsageError(
    `SOURCE_DATE_EPOCH is "${epoch}", which is no number of seconds since 1970.`,
    'Unset it, or set it to such a number: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)',
  );
}
