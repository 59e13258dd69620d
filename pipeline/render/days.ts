/** Dates as xsd:date: full days, and the days that a year, a month or a quarter begins and ends with. */

/** First and last day of a period. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days that a date means: "2030-06-01", "2030-06", "2030-Q2", "2030"; undefined where it is anything else. */
export function daysOf(text: string): Days | undefined {
  const [, year, quarter, month, day] =
    /^(\d{4})(?:-?Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/iu.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const from = quarter === undefined ? Number(month ?? 1) : (Number(quarter) - 1) * 3 + 1;
  const to = quarter === undefined ? Number(month ?? 12) : Number(quarter) * 3;
  if (from < 1 || to > 12) return undefined;
  const last = lastDay(Number(year), to);
  if (day !== undefined && (Number(day) < 1 || Number(day) > last)) return undefined;
  return {
    first: `${year}-${two(from)}-${day ?? '01'}`,
    last: `${year}-${two(to)}-${day ?? two(last)}`,
  };
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
