/** Markdown text to mdast: CommonMark, GFM and YAML front matter. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place, Point } from '../model/place.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** Parses one file. Every node has its position in the text. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
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
