/** Days as readers write them. */

/** An ISO 8601 day in a language's long form, "24 November 2026"; the empty string for no day. */
export function dateText(day: string | undefined, lang: string): string {
  if (day === undefined) return '';
  // English that names no country is that of international organisations, and of the house style.
  const locale = lang === 'en' ? 'en-GB' : lang;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time)
    ? day
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
