/** References without a definition, which Markdown takes for plain text in brackets. */
import type { Root } from 'mdast';
import noUndefinedReferences from 'remark-lint-no-undefined-references';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Place } from '../model/place.ts';
import { placeOf } from './places.ts';
import type { WrittenFile } from './written-file.ts';

export interface UndefinedReference {
  readonly kind: 'footnote' | 'link';
  /** As written: `[text][label]`, `[^1]`. */
  readonly words: string;
  readonly place: Place;
}

const linter = unified().use(noUndefinedReferences).freeze();

/** Nothing else can be one. */
const looksLikeOne = /\]\[([^\]\n]{0,999})\]?|\[\^([^\]\n]{0,999})\]?/gu;

/** Whether something may be one: most files hold none, and then they need not be searched by parsing. */
function mayHoldOne(file: WrittenFile): boolean {
  const known = new Set<string>([
    ...file.definitions.map((one) => normalizeIdentifier(one.identifier)),
    ...file.footnoteDefinitions.map((one) => `^${normalizeIdentifier(one.identifier)}`),
  ]);
  return [...file.source.text.matchAll(looksLikeOne)].some(([, link, note]) =>
    link === undefined
      ? !known.has(`^${normalizeIdentifier(note ?? '')}`)
      : !known.has(normalizeIdentifier(link)),
  );
}

/** As CommonMark compares labels (section 4.7). */
function normalizeIdentifier(label: string): string {
  return label.replace(/\s+/gu, ' ').trim().toLowerCase().toUpperCase();
}

/**
 * The undefined references of a file, found by remark-lint. A word in brackets alone, such as `[sic]`, is
 * none: in a briefing it is nearly always meant as it stands.
 */
export function undefinedReferences(file: WrittenFile): readonly UndefinedReference[] {
  if (!mayHoldOne(file)) return [];
  const root: Root = {
    type: 'root',
    children: [
      ...new Set([
        ...file.groups.flatMap((group) => group.blocks),
        ...file.definitions,
        ...file.footnoteDefinitions,
      ]),
    ],
  };
  const lint = new VFile({ value: file.source.text });
  linter.runSync(root, lint);
  return lint.messages.flatMap((message): readonly UndefinedReference[] => {
    if (message.place === undefined || !('start' in message.place)) return [];
    const place = placeOf(file.source, { type: 'reference', position: message.place });
    const words = file.source.text.slice(place.start.offset, place.end.offset);
    if (words.startsWith('[^')) return [{ kind: 'footnote', words, place }];
    return words.includes('][') ? [{ kind: 'link', words, place }] : [];
  });
}
