/** Puts the fixes of findings into their texts. */
import type { SourceText } from '../model/draft.ts';
import type { Edit, Finding, Fix } from '../model/finding.ts';

export interface FixOptions {
  /** Also those that write something the author must complete. */
  readonly unsafe: boolean;
}

export interface FixedTexts {
  /** The new texts, by path; only those that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** The findings whose fix was put in. */
  readonly fixed: readonly Finding[];
}

/**
 * A fix goes in whole or not at all. Of two that touch the same words the first goes in; the other one has its
 * turn when the new text is checked.
 */
export function applyFixes(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceText>,
  { unsafe }: FixOptions,
): FixedTexts {
  const taken = new Map<string, Edit[]>();
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined || (!fix.safe && !unsafe) || !fits(fix, sources, taken)) continue;
    for (const edit of fix.edits) {
      taken.set(edit.place.path, [...(taken.get(edit.place.path) ?? []), edit]);
    }
    fixed.push(finding);
  }
  const texts = new Map<string, string>();
  for (const [path, edits] of taken) texts.set(path, edited(sources.get(path)?.text ?? '', edits));
  return { texts, fixed };
}

/** Whether every edit lies in a text that is known, and touches none that was taken before. */
function fits(
  fix: Fix,
  sources: ReadonlyMap<string, SourceText>,
  taken: ReadonlyMap<string, readonly Edit[]>,
): boolean {
  return fix.edits.every(({ place }) => {
    const source = sources.get(place.path);
    return (
      source !== undefined &&
      place.end.offset <= source.text.length &&
      (taken.get(place.path) ?? []).every(
        (other) =>
          other.place.end.offset < place.start.offset ||
          other.place.start.offset > place.end.offset,
      )
    );
  });
}

/** The text with its edits, put in from the end so that earlier places stay right. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.place.start.offset - one.place.start.offset)
    .reduce(
      (before, { place, text: put }) =>
        before.slice(0, place.start.offset) + put + before.slice(place.end.offset),
      text,
    );
}
