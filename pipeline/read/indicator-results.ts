/** The table of results beneath an indicator: a row a target or an actual value, with its period. */
import type { Table, TableRow } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block, IndicatorResult } from '../model/draft.ts';
import { measure } from './measure.ts';

/** Columns by the words that head them; the first word of each is what imports write. */
export const resultColumns = {
  result: ['result', 'résultat', 'ergebnis', 'resultado'],
  from: ['from', 'de', 'von', 'desde'],
  to: ['to', 'by', 'à', 'bis', 'hasta'],
  value: ['value', 'valeur', 'wert', 'valor'],
  measure: ['measure', 'mesure', 'messgröße', 'medida'],
  reading: ['reading', 'relevé', 'ablesung', 'lectura'],
  note: ['note', 'remarque', 'bemerkung', 'nota'],
  set: ['set', 'série', 'reihe', 'serie'],
} as const;

type Column = keyof typeof resultColumns;

const kinds: Readonly<Record<string, IndicatorResult['kind']>> = {
  target: 'target',
  cible: 'target',
  ziel: 'target',
  meta: 'target',
  actual: 'actual',
  réel: 'actual',
  ist: 'actual',
  real: 'actual',
  baseline: 'baseline',
  référence: 'baseline',
  ausgangswert: 'baseline',
  'línea de base': 'baseline',
};

/** The results in the tables among these blocks, which are marked in the blocks given back. */
export function readResults(blocks: readonly Block[]): {
  readonly results: readonly IndicatorResult[];
  readonly blocks: readonly Block[];
} {
  const results: IndicatorResult[] = [];
  const marked = blocks.map((block): Block => {
    const read = block.type === 'table' ? fromTable(block) : [];
    if (read.length === 0) return block;
    results.push(...read);
    return { ...block, data: { ...block.data, hProperties: { dataResults: '' } } };
  });
  return { results: results.length === 0 ? [] : inSets(results), blocks: marked };
}

/** A row before its set is known: as written, or undefined. */
type Row = Omit<IndicatorResult, 'set'> & { readonly set: number | undefined };

/** The rows of a table of results; none where it is any other table. */
function fromTable(table: Table): IndicatorResult[] {
  const [head, ...rows] = table.children;
  const columns = head?.children.map((cell) => columnNamed(mdastText(cell)));
  if (columns?.[0] !== 'result' || columns.includes(undefined)) return [];
  const read = rows.map((row) => fromRow(row, columns));
  return read.every((row) => row !== undefined) ? inSets(read) : [];
}

function columnNamed(head: string): Column | undefined {
  const word = head.trim().toLowerCase();
  const found = Object.entries(resultColumns).find(([, words]) =>
    words.some((one) => one === word),
  );
  return found === undefined ? undefined : isColumn(found[0]) ? found[0] : undefined;
}

function isColumn(word: string): word is Column {
  return word in resultColumns;
}

function fromRow(row: TableRow, columns: readonly (Column | undefined)[]): Row | undefined {
  const cell = (column: Column) => {
    const text = mdastText(row.children[columns.indexOf(column)]).trim();
    return columns.includes(column) && text !== '' ? text : undefined;
  };
  const kind = kinds[cell('result')?.toLowerCase() ?? ''];
  if (kind === undefined) return undefined;
  const set = Number(cell('set'));
  const value = measure(cell('value'), undefined);
  const rest = { from: cell('from'), to: cell('to'), measure: cell('measure') };
  const texts = { ...rest, reading: cell('reading'), note: cell('note') };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  return {
    kind,
    ...given,
    ...(value === undefined ? {} : { value }),
    set: Number.isInteger(set) && set > 0 ? set : undefined,
  };
}

/** Without a number of its own a row begins a new set where a target follows an actual value. */
export function inSets(rows: readonly Row[]): IndicatorResult[] {
  let current = 1;
  let before: Row | undefined;
  return rows.map((row) => {
    if (row.set !== undefined) current = row.set;
    else if (before?.kind === 'actual' && row.kind === 'target') current += 1;
    before = row;
    return { ...row, set: current };
  });
}
