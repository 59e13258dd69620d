/** What an import did, as text for a terminal. */
import type { ImportOutcome } from '../build/import.ts';

type Note = ImportOutcome['notes'][number];

/** The order in which notes are counted: what asks for a look first. */
const kinds = ['lost', 'guessed', 'empty', 'missing', 'repaired', 'hint'] as const;

/** Files written, then the notes by file, with their places. Ends with a line break. */
export function importText(outcome: ImportOutcome): string {
  const { written, unchanged, refused, notes } = outcome;
  return [
    ...list('Wrote', written),
    ...list('Left as it was, since it says the same:', unchanged),
    ...list('Could not be imported:', refused),
    ...files(notes),
    ...(notes.length === 0 ? [] : ['', `${count(notes)}.`]),
    '',
  ].join('\n');
}

function list(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [title, ...names.map((name) => `  ${name}`)];
}

function files(notes: readonly Note[]): string[] {
  const paths = [...new Set(notes.map(({ place }) => place.path))];
  return paths.flatMap((path) => {
    const groups = sameNotes(notes.filter(({ place }) => place.path === path));
    return ['', path, ...groups.map(line)];
  });
}

/** Notes that say the same in many places are told once. */
function sameNotes(notes: readonly Note[]): Note[][] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = `${note.kind} ${note.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [note]);
    else group.push(note);
  }
  return [...groups.values()];
}

function line([first, ...others]: readonly Note[]): string {
  if (first === undefined) return '';
  const { line: row, column } = first.place.start;
  const start = `  ${`${row}:${column}`.padEnd(8)} ${first.kind.padEnd(8)}  ${first.message}`;
  if (others.length === 0) return start;
  const rows = others.slice(0, 4).map(({ place }) => place.start.line);
  const more = others.length > rows.length ? ` and ${others.length - rows.length} more places` : '';
  return `${start} Also in line ${rows.join(', ')}${more}.`;
}

function count(notes: readonly Note[]): string {
  return kinds
    .map((kind) => [notes.filter((note) => note.kind === kind).length, kind] as const)
    .filter(([number]) => number > 0)
    .map(([number, kind]) => `${number} ${kind}`)
    .join(', ');
}
