/** Markdown text to mdast: CommonMark, GFM and YAML front matter. */
import type { Root } from 'mdast';
import type { Place, Point } from '../model/place.ts';
import { parserFor } from './parsers.ts';

/** Parses one file. Every node has its position in the text. */
export function parseMarkdown(text: string): Root {
  return parserFor(text).parse(text);
}

interface Positioned {
  readonly position?: { readonly start: UnistPoint; readonly end: UnistPoint } | undefined;
}

interface UnistPoint {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** The place of a node, or of a run of nodes. */
export function placeOf(path: string, first: Positioned, last: Positioned = first): Place {
  return { path, start: point(first.position?.start), end: point(last.position?.end) };
}

function point(at: UnistPoint | undefined): Point {
  return { line: at?.line ?? 1, column: at?.column ?? 1, offset: at?.offset ?? 0 };
}
