/** YAML front matter to a validated value, with the place of each key and a fault for each thing wrong. */
import { type Document, isMap, isScalar, type LineCounter } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../model/draft.ts';
import { nearest } from '../model/nearest.ts';
import type { Place, Point } from '../model/place.ts';
import { parseYaml } from './parse-yaml.ts';

/** A YAML block in a file: its text, and where that text starts. */
export interface YamlBlock {
  readonly path: string;
  readonly text: string;
  /** Of the first character after the opening fence. */
  readonly start: Point;
}

export interface FrontMatter<T> {
  readonly value: T | undefined;
  readonly places: ReadonlyMap<string, Place>;
}

/** Keys whose value is a text even where YAML sees a number in it: `5.10` is not 5.1. */
const texts = new Set(['sequence', 'version', 'id', 'title', 'isbn']);

/** Reads front matter by a strict object schema. What is wrong is noted and left out; the rest stands. */
export function readFrontMatter<S extends z.ZodObject>(
  block: YamlBlock,
  schema: S,
  note: (fault: Fault) => void,
): FrontMatter<z.infer<S>> {
  const { document, problems, lines } = parseYaml(block.text);
  const placeOf = (range: readonly number[]): Place => ({
    path: block.path,
    start: shift(block, lines, range[0] ?? 0),
    end: shift(block, lines, range[1] ?? range[0] ?? 0),
  });
  for (const { message, range } of problems) {
    note({ rule: 'invalid-yaml', place: placeOf(range), subject: message });
  }
  if (document === undefined) return { value: undefined, places: new Map() };
  const places = keyPlaces(document, placeOf);
  if (document.contents === null) return { value: undefined, places };
  if (!isMap(document.contents)) {
    note({
      rule: 'invalid-yaml',
      place: placeOf(document.contents.range ?? [0, 0]),
      subject: 'Front matter is a list of lines of the form "key: value".',
    });
    return { value: undefined, places };
  }
  keepTexts(document, placeOf, note);
  return { value: validate(document, schema, { places, placeOf, note }), places };
}

/** Numbers where a text is meant become the text that the author wrote. */
function keepTexts(
  document: Document,
  placeOf: (range: readonly number[]) => Place,
  note: (fault: Fault) => void,
): void {
  for (const key of texts) {
    const scalar = document.get(key, true);
    if (!isScalar(scalar) || typeof scalar.value !== 'number') continue;
    const written = scalar.source ?? String(scalar.value);
    if (key === 'sequence') {
      note({
        rule: 'unquoted-sequence',
        place: placeOf(scalar.range ?? [0, 0]),
        subject: written,
        detail: String(scalar.value),
      });
    }
    document.set(key, written);
  }
}

interface Reporting {
  readonly places: ReadonlyMap<string, Place>;
  placeOf(range: readonly number[]): Place;
  note(fault: Fault): void;
}

function validate<S extends z.ZodObject>(
  document: Document,
  schema: S,
  { places, placeOf, note }: Reporting,
): z.infer<S> | undefined {
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'It refers to itself too often.';
    note({ rule: 'invalid-yaml', place: placeOf([0, 0]), subject: reason });
    return undefined;
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const wrong = new Set<string>();
  for (const issue of result.error.issues) {
    const key = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const unknown of issue.keys) {
        const path = [...issue.path, unknown].join('.');
        const expected = nearest(unknown, Object.keys(schema.shape));
        const place = places.get(path) ?? placeOf([0, 0]);
        note({
          rule: 'unknown-front-matter-key',
          place,
          subject: unknown,
          ...(expected === undefined ? {} : { expected }),
        });
        wrong.add(String(issue.path[0] ?? unknown));
      }
      continue;
    }
    const node = document.getIn(issue.path, true);
    const range = isScalar(node) ? node.range : undefined;
    const place = range ? placeOf(range) : (places.get(key) ?? placeOf([0, 0]));
    note({ rule: 'wrong-front-matter-type', place, subject: key, expected: issue.message });
    wrong.add(String(issue.path[0]));
  }
  const rest = Object.fromEntries(Object.entries(Object(data)).filter(([key]) => !wrong.has(key)));
  return schema.safeParse(rest).data;
}

function keyPlaces(document: Document, placeOf: (range: readonly number[]) => Place) {
  const places = new Map<string, Place>();
  const visit = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const key = `${prefix}${String(pair.key.value)}`;
      if (pair.key.range) places.set(key, placeOf(pair.key.range));
      visit(pair.value, `${key}.`);
    }
  };
  visit(document.contents, '');
  return places;
}

function shift(block: YamlBlock, lines: LineCounter, offset: number): Point {
  const { line, col } = lines.linePos(offset);
  return {
    line: block.start.line + line - 1,
    column: line === 1 ? block.start.column + col - 1 : col,
    offset: block.start.offset + offset,
  };
}
