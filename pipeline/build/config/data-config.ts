/** `briefwright.config.yaml` and `.json`: both are read as YAML, which JSON is a part of. */
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
} from 'yaml';
import type { Fault, SourceText } from '../../model/draft.ts';
import type { Place } from '../../model/place.ts';
import type { ConfigText, KeyPath } from './config-text.ts';

export function dataConfig(source: SourceText): ConfigText {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const at = (start: number, end: number): Place => {
    const point = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col, offset };
    };
    return { path: source.path, start: point(start), end: point(end) };
  };
  const faults = document.errors.map(
    ({ pos, message }): Fault => ({
      rule: 'invalid-config',
      place: at(pos[0], pos[1]),
      subject: '',
      detail: message,
    }),
  );
  const place = (path: KeyPath, part: 'key' | 'value') => {
    const [start, end] = rangeOf(document, path, part);
    return at(start, end);
  };
  return {
    source,
    value: faults.length > 0 ? undefined : readValue(document, faults, at(0, 0)),
    faults,
    placeOf: (path) => place(path, 'value'),
    placeOfKey: (path) => place(path, 'key'),
  };
}

/** Aliases that unfold without end are a fault too. */
function readValue(document: Document, faults: Fault[], start: Place): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'It refers to itself too often.';
    faults.push({ rule: 'invalid-config', place: start, subject: '', detail });
    return undefined;
  }
}

/** The offsets of what stands at a path, or of the nearest thing around it. */
function rangeOf(
  document: Document,
  path: KeyPath,
  part: 'key' | 'value',
): readonly [number, number] {
  let node: unknown = document.contents;
  let range = rangeOfNode(node) ?? [0, 0];
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) return range;
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && one.key.value === String(step));
      if (pair === undefined) return range;
      range =
        (isLast && part === 'value' ? rangeOfNode(pair.value) : undefined) ??
        rangeOfNode(pair.key) ??
        range;
      node = pair.value;
    } else {
      node = node.get(step, true);
      range = rangeOfNode(node) ?? range;
    }
  }
  return range;
}

/** Where a scalar stands; of a list or a map, its first line tells enough. */
function rangeOfNode(node: unknown): readonly [number, number] | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  if (!isCollection(node)) return [start, end];
  const inner = isMap(node) ? rangeOfNode(node.items[0]?.key) : rangeOfNode(node.get(0, true));
  return node.flow === true || inner === undefined ? [start, start + 1] : [start, inner[1]];
}
