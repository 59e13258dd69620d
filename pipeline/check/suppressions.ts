/** Comments in a source that say: this finding is known, and stays, because … */
import type { SourceText } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { placeAt, placeOf } from './places.ts';
import type { WrittenFile } from './written-file.ts';

/**
 * `<!-- briefwright-ignore missing-part: the board agrees on it in May -->`, as it was read.
 * `next`: the comment itself and the lines after it, to the next empty one. `section`: the plan, goal or section
 * that it stands in. `file`: the whole file.
 */
export interface Suppression {
  readonly scope: 'next' | 'section' | 'file';
  /** The rule's name, as written. */
  readonly rule: string;
  readonly reason: string;
  /** The whole comment. */
  readonly place: Place;
  readonly source: SourceText;
  /** How many findings it holds back. */
  readonly holds: number;
}

/** The comments of a file, none of which holds anything back yet. */
export function suppressionsIn({ source, html }: WrittenFile): readonly Suppression[] {
  return html.flatMap((node) => {
    const { start } = placeOf(source, node);
    return [...node.value.matchAll(/<!--([\s\S]*?)-->/gu)].flatMap(([whole, inner = ''], index) => {
      const read = readComment(inner.trim());
      if (read === undefined) return [];
      const place = placeOfMatch(source, start.offset, node.value, whole, index);
      return [{ ...read, place, source, holds: 0 }];
    });
  });
}

/** `briefwright-ignore-section RULE: reason`; undefined for any other comment. */
function readComment(inner: string): Pick<Suppression, 'scope' | 'rule' | 'reason'> | undefined {
  const colon = inner.indexOf(':');
  const head = colon < 0 ? inner : inner.slice(0, colon);
  const [word = '', ...rule] = head.trim().split(/\s+/u);
  const scope = scopes[word];
  if (scope === undefined) return undefined;
  return { scope, rule: rule.join(' '), reason: colon < 0 ? '' : inner.slice(colon + 1).trim() };
}

const scopes: Readonly<Record<string, Suppression['scope']>> = {
  'briefwright-ignore': 'next',
  'briefwright-ignore-next': 'next',
  'briefwright-ignore-section': 'section',
  'briefwright-ignore-file': 'file',
};

/** A block of HTML inside a quote or a list lacks the signs before its lines, so words are looked for. */
function placeOfMatch(
  source: SourceText,
  offset: number,
  value: string,
  whole: string,
  index: number,
): Place {
  const exact = source.text.startsWith(value, offset) ? offset + value.indexOf(whole) : -1;
  const start = exact >= 0 && index === 0 ? exact : source.text.indexOf(whole, offset);
  return start < 0 ? placeAt(source, offset) : placeAt(source, start, start + whole.length);
}

export interface Suppressed {
  /** The findings that nothing holds back. */
  readonly findings: readonly Finding[];
  /** The comments, with what each holds back. */
  readonly suppressions: readonly Suppression[];
}

/** Holds findings back. A comment without a reason holds nothing. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  startsOf: (path: string) => readonly number[],
): Suppressed {
  if (suppressions.length === 0) return { findings, suppressions };
  const held = suppressions.map(() => 0);
  const ranges = suppressions.map((one) => rangeOf(one, startsOf));
  const kept = findings.filter(({ rule, place }) => {
    const index = suppressions.findIndex((one, at) => {
      const range = ranges[at];
      return (
        one.rule === rule &&
        one.reason !== '' &&
        one.source.path === place.path &&
        range !== undefined &&
        range.start <= place.start.offset &&
        place.start.offset <= range.end
      );
    });
    if (index < 0) return true;
    held[index] = (held[index] ?? 0) + 1;
    return false;
  });
  return {
    findings: kept,
    suppressions: suppressions.map((one, at) => ({ ...one, holds: held[at] ?? 0 })),
  };
}

/** The offsets that a comment speaks for. */
function rangeOf(
  { scope, place, source }: Suppression,
  startsOf: (path: string) => readonly number[],
): { readonly start: number; readonly end: number } {
  const whole = { start: 0, end: source.text.length };
  if (scope === 'file') return whole;
  if (scope === 'section') {
    const starts = startsOf(source.path);
    const start = starts.findLast((one) => one <= place.start.offset) ?? 0;
    // One before the next section's start, where its own findings begin.
    const next = starts.find((one) => one > place.start.offset);
    return { start, end: next === undefined ? whole.end : next - 1 };
  }
  const after = /^[^\n]*\n(?:[^\S\n]*\n)*(?:[^\n]*\S[^\n]*(?:\n|$))*/u.exec(
    source.text.slice(place.end.offset),
  );
  return { start: place.start.offset, end: place.end.offset + (after?.[0].length ?? 0) };
}
