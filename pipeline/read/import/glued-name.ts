/** Finds where a name ends and its description begins when the sign between them was dropped. */

/** First halves of names with a capital inside: McDonald, DeVries, LaRocca. */
const prefixes = new Set(['Mc', 'Mac', 'Fitz', 'De', 'Di', 'Du', 'La', 'Le', 'Van', 'Von', 'San']);

/** Words that a description likes to begin with; before one of them even `G20` or `NATO` can end. */
const openers =
  /^(?:The|This|These|Those|An|All|And|As|Both|Each|For|Former|From|He|Her|His|In|It|Its|Of|On|Our|She|Their|They|To|We|With)(?=[\s,])/u;

/** Where a small letter, a bracket or quote, or "Jr." meets a capital. */
const seam = /(?<=\p{Ll}|[)\]”"’]|\b(?:Jr|Sr|Inc|Ltd|Corp|Co)\.)(?=\p{Lu})/gu;

/** Where a capital or a digit meets a word that begins with a capital. */
const hardSeam = /(?<=[\p{Lu}\p{N}])(?=\p{Lu}\p{Ll})/gu;

/** Beyond so many UTF-16 units a name is looked for no more. */
const longestName = 300;

/**
 * The offset at which the description begins in "Euro-Atlantic Partnership Council (EAPC)The Partnership…";
 * undefined where nothing looks glued. A guess, since "PfP" and "McDonald" look glued too.
 */
export function findSeam(text: string): number | undefined {
  const name = text.slice(0, longestName);
  if (!/\s/u.test(name)) return undefined;
  const places = [
    ...[...name.matchAll(seam)].filter((at) => looksLikeEnd(text, at.index)),
    ...[...name.matchAll(hardSeam)].filter((at) => openers.test(text.slice(at.index))),
  ].filter((at) => !insideBrackets(text.slice(0, at.index)));
  return places.length === 0 ? undefined : Math.min(...places.map((at) => at.index));
}

/** Whether a name may end here: not after the "Mc" of McDonald, the "Pf" of PfP, the "e" of eGovernment. */
function looksLikeEnd(text: string, index: number): boolean {
  const last = /[^\s(-]*$/u.exec(text.slice(0, index))?.[0] ?? '';
  const next = /^[\p{L}\p{N}]*/u.exec(text.slice(index))?.[0] ?? '';
  if (/[)\]”"’.]$/u.test(last) || openers.test(text.slice(index))) return true;
  if (prefixes.has(last) || next.length < 2) return false;
  return last.length > 2 || (last.length === 2 && next.length > 3);
}

function insideBrackets(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
