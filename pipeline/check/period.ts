/** Dates as authors write them: a year, a month, a quarter or a day, in words or in numbers. */

/** First and last day, as ISO 8601, so that they compare as texts. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** The months by the first letters of their names in English, French, German and Spanish. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|jän)/u,
  /^(?:feb|fév|fev)/u,
  /^(?:mar|mär|mae)/u,
  /^(?:apr|avr|abr)/u,
  /^(?:may|mai)/u,
  /^(?:jun|juin)/u,
  /^(?:jul|juil)/u,
  /^(?:aug|aoû|aou|ago)/u,
  /^(?:sep)/u,
  /^(?:oct|okt)/u,
  /^(?:nov)/u,
  /^(?:dec|déc|dez|dic)/u,
];

/** The period that a text names; undefined where it names none. What is finer than we read counts as its year. */
export function periodOf(text: string): Period | undefined {
  const iso = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/u.exec(text);
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]), iso[3]);
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/u.exec(text);
  if (dotted) return monthOf(Number(dotted[3]), Number(dotted[2]), dotted[1]);
  const years = [...text.matchAll(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/gu)].map(([year]) =>
    Number(year),
  );
  const [first] = years;
  if (first === undefined) return undefined;
  const quarter = /\bQ([1-4])\b/iu.exec(text)?.[1];
  if (quarter !== undefined && years.length === 1) {
    return {
      first: day(first, Number(quarter) * 3 - 2, 1),
      last: day(first, Number(quarter) * 3, 31),
    };
  }
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const month = words
    .map((word) => months.findIndex((name) => name.test(word)) + 1)
    .find((number) => number > 0);
  if (month !== undefined && years.length === 1) {
    return monthOf(first, month, /(?<!\d)(\d{1,2})(?!\d)/u.exec(text)?.[1]);
  }
  return { first: day(Math.min(...years), 1, 1), last: day(Math.max(...years), 12, 31) };
}

function monthOf(year: number, month: number, date: string | undefined): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  return date === undefined
    ? { first: day(year, month, 1), last: day(year, month, 31) }
    : { first: day(year, month, Number(date)), last: day(year, month, Number(date)) };
}

/** The 31st of a shorter month still compares as its end. */
function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
