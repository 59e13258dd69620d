/** Markdown text to mdast: CommonMark, GFM and YAML front matter. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Place, Point } from '../model/place.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
const lighter = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .use(withoutBareAddresses)
  .freeze();

/** What makes an address that stands bare in a text a link: GFM's autolinks, and a mail address's sign. */
const maybeAddress = /@|https?:\/\/|www\./iu;

/** Parses one file. Every node has its position in the text. */
export function parseMarkdown(text: string): Root {
  return (maybeAddress.test(text) ? parser : lighter).parse(text);
}

/**
 * Takes GFM's autolinks out of the parser. They are tried at every letter and digit, which takes a fifth of the
 * time; a text without any of their signs gives the same tree without them (a test compares).
 */
function withoutBareAddresses(this: Processor): void {
  const data = this.data();
  const isAddress = (construct: { readonly name?: string | undefined }) =>
    /^(?:www|protocol|email)Autolink$/u.test(construct.name ?? '');
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().filter((construct) => !isAddress(construct)),
      ]),
    ),
  }));
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter((extension) => extension.enter?.['literalAutolink'] === undefined);
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
