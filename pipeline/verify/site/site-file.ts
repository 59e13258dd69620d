/** A finished site as its checks look at it. */
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Finding } from '../../model/finding.ts';

/** A page: its path within the site, and every element in document order. */
export interface SitePage {
  readonly path: string;
  readonly elements: readonly Element[];
}

const parser = unified().use(rehypeParse);

export function readPage(path: string, bytes: Uint8Array): SitePage {
  const root: Root = parser.parse(new TextDecoder().decode(bytes));
  const elements: Element[] = [];
  visit(root, 'element', (element) => {
    elements.push(element);
  });
  return { path, elements };
}

/** An attribute as a string, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(' ') : undefined;
}

/** A fault on a page, as a finding. `folder` is where the site lies: `dist/nato2020`. */
export function siteFinding(
  folder: string,
  page: string,
  fault: { readonly rule: string; readonly message: string; readonly element?: Element },
): Finding {
  const start = fault.element?.position?.start ?? { line: 1, column: 1 };
  const point = { line: start.line, column: start.column, offset: 0 };
  return {
    severity: 'error',
    rule: fault.rule,
    message: fault.message,
    place: { path: `${folder}/${page}`, start: point, end: point },
    help: 'Build the site again from unchanged templates. If it is found again, report it to briefwright; if not, look at what you changed in templates/html/ and styles/html/.',
    related: [],
  };
}
