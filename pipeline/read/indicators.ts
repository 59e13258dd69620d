/** `- Name: target 40 % by 2030, baseline 12 % in 2024 {unit: …}`, or a table of them. */
import type { List, PhrasingContent, Table, TableRow } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block, Indicator, Measure } from '../model/draft.ts';
import { takeAttributes } from './attributes.ts';
import { readRelations } from './indicator-relations.ts';
import { readResults } from './indicator-results.ts';
import { blocksBelow, firstParagraph, splitAtColon } from './list-items.ts';
import { placeOf } from './markdown.ts';
import { measure } from './measure.ts';

/** The indicators in the lists and tables among these blocks. */
export function readIndicators(path: string, blocks: readonly Block[]): Indicator[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return fromList(path, block);
    return block.type === 'table' ? fromTable(path, block) : [];
  });
}

/** A table whose head names an indicator column, or any table in such a part. */
const columns: Readonly<Record<string, string>> = {
  indicator: 'name',
  measure: 'name',
  indicateur: 'name',
  indikator: 'name',
  indicador: 'name',
  unit: 'unit',
  unité: 'unit',
  einheit: 'unit',
  unidad: 'unit',
  baseline: 'baseline',
  référence: 'baseline',
  ausgangswert: 'baseline',
  'línea de base': 'baseline',
  target: 'target',
  cible: 'target',
  ziel: 'target',
  zielwert: 'target',
  meta: 'target',
  by: 'by',
  date: 'by',
  échéance: 'by',
  bis: 'by',
  plazo: 'by',
  actual: 'actual',
  réel: 'actual',
  ist: 'actual',
  actualidad: 'actual',
  status: 'status',
  statut: 'status',
  stand: 'status',
  estado: 'status',
};

function fromTable(path: string, table: Table): Indicator[] {
  const [head, ...rows] = table.children;
  const names = (head?.children ?? []).map((cell) => mdastText(cell).trim());
  const keys = names.map((name) => columns[name.toLowerCase()] ?? name);
  return rows.map((row) =>
    fromRow(path, row, keys.includes('name') ? keys : ['name', ...keys.slice(1)]),
  );
}

function fromRow(path: string, row: TableRow, keys: readonly string[]): Indicator {
  const cell = (key: string) => {
    const text = mdastText(row.children[keys.indexOf(key)]).trim();
    return keys.includes(key) && text !== '' ? text : undefined;
  };
  const known = new Set(Object.values(columns));
  const rest = row.children.flatMap((one, index): PhrasingContent[] => {
    const key = keys[index] ?? '';
    if (known.has(key) || mdastText(one).trim() === '') return [];
    return [{ type: 'text', value: `${key}: ` }, ...one.children, { type: 'text', value: ' ' }];
  });
  const target = cell('target');
  const by = cell('by');
  return {
    name: cell('name') ?? '',
    ...optional('unit', cell('unit')),
    ...optional('baseline', measure(cell('baseline'), undefined)),
    ...optional('target', measure(target ?? (by === undefined ? undefined : ''), by)),
    ...optional('actual', measure(cell('actual'), undefined)),
    ...optional('status', cell('status')),
    results: [],
    relations: [],
    description: rest,
    blocks: [],
    place: placeOf(path, row),
  };
}

function fromList(path: string, list: List): Indicator[] {
  return list.children.map((item) => {
    const { content, attributes } = takeAttributes(firstParagraph(item), itemAttributes);
    const { name, description } = splitAtColon(content);
    const { results, blocks: marked } = readResults(blocksBelow(item));
    const { relations, blocks } = readRelations(marked);
    const clauses = readClauses(mdastText([...description]));
    return {
      name,
      ...Object.fromEntries([...attributes].filter(([, value]) => value !== '')),
      ...clauses,
      results,
      relations,
      description: clauses === undefined ? description : [],
      blocks,
      place: placeOf(path, item),
    };
  });
}

/** What an item may say of its indicator in braces. */
const itemAttributes = ['unit', 'id', 'sequence', 'stage', 'type'];

type Clauses = Pick<Indicator, 'baseline' | 'target' | 'actual' | 'status'>;

/** The clauses of an item, or undefined where its text is anything else: then it stays as it is. */
function readClauses(text: string): Clauses | undefined {
  const found: Record<string, string> = {};
  for (const clause of text.split(/[,;](?=\s+(?:target|baseline|actual|status)\b)/iu)) {
    const [, key, value] = /^(target|baseline|actual|status)\s+(.+)$/isu.exec(clause.trim()) ?? [];
    if (key === undefined || value === undefined) return undefined;
    found[key.toLowerCase()] = value.replace(/\.$/u, '').trimEnd();
  }
  return {
    ...optional('baseline', dated(found['baseline'])),
    ...optional('target', dated(found['target'])),
    ...optional('actual', dated(found['actual'])),
    ...optional('status', found['status']),
  };
}

function dated(text: string | undefined): Measure | undefined {
  if (text === undefined) return undefined;
  const match = /^(.*\S)\s+(?:by|in|on)\s+(\S.*)$/su.exec(text);
  const isDate = match?.[2] !== undefined && /\d{4}/u.test(match[2]);
  return isDate ? measure(match[1], match[2]) : measure(text, undefined);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const made: { [P in K]?: V } = {};
  if (value !== undefined) made[key] = value;
  return made;
}
