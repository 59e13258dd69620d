import { withoutGlyph } from '../covered-characters.ts';
import { placeAt, placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';
import type { WrittenFile } from '../written-file.ts';

/** So many further places are named. */
const mostPlaces = 5;

export const characterWithoutGlyph: FileRule = {
  id: 'character-without-glyph',
  severity: 'error',
  summary: 'A character is in none of the fonts.',
  sees: 'file',
  docs: {
    what: 'A character that none of the embedded fonts has. They have Latin, Greek, Cyrillic, Arabic and Hebrew letters, numbers, and the usual signs; no Chinese or Indian scripts, and no emoji.',
    why: 'In print a box would stand in its place, and who listens would hear nothing (PDF/UA-1, 7.21.8). On screens it depends on the reader’s device.',
    example: '- Embassy in Beijing (北京): opens the talks.',
    instead: '- Embassy in Beijing: opens the talks.',
  },
  check(file, _context, report) {
    const runs = shownRuns(file);
    const [first, ...others] = runs;
    if (first === undefined) return;
    const signs = [...new Set(runs.flatMap(({ text }) => [...text.replaceAll(' ', '')]))];
    const more = signs.length > 12 ? ` and ${signs.length - 12} more` : '';
    const what = signs.slice(0, 12).join(' ');
    report({
      message:
        signs.length === 1
          ? `No font has the character "${what}"; in print a box would stand in its place.`
          : `No font has the characters "${what}"${more}; in print boxes would stand in their place.`,
      place: placeAt(file.source, first.start, first.start + first.text.length),
      help: 'Write it in Latin, Greek, Cyrillic, Arabic or Hebrew letters, or show it as a picture.',
      related: others.slice(0, mostPlaces).map(({ start, text }) => ({
        message: 'Here too.',
        place: placeAt(file.source, start, start + text.length),
      })),
    });
  },
};

interface Run {
  readonly start: number;
  readonly text: string;
}

function shownRuns(file: WrittenFile): readonly Run[] {
  const { text } = file.source;
  const found = [...text.matchAll(withoutGlyph)].map((match) => ({
    start: match.index,
    text: match[0],
  }));
  if (found.length === 0) return [];
  const hidden = hiddenRanges(file);
  return found.filter(({ start }) => !hidden.some(([from, to]) => from <= start && start < to));
}

/** What stands in the source and is not set in any font of ours: addresses, comments, words for pictures. */
function hiddenRanges({ source, ...file }: WrittenFile): readonly (readonly [number, number])[] {
  const whole = [...file.images, ...file.imageReferences, ...file.definitions, ...file.html];
  return [
    ...whole.map((node) => offsets(placeOf(source, node))),
    ...file.links.map((link) => {
      const [, end] = offsets(placeOf(source, link));
      const last = link.children.at(-1);
      return [last === undefined ? end : offsets(placeOf(source, last))[1], end] as const;
    }),
  ];
}

function offsets({ start, end }: ReturnType<typeof placeOf>): readonly [number, number] {
  return [start.offset, end.offset];
}
