/** The files of a book as the lint looks at them. */
import { strFromU8, unzipSync } from 'fflate';
import { visit } from 'unist-util-visit';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** A rule's fault in one file of the book. */
export interface Fault {
  readonly rule: string;
  readonly file: string;
  readonly node?: Element | undefined;
  readonly message: string;
  readonly help: string;
}

/** A file of the book, parsed. */
export interface Parsed {
  readonly name: string;
  readonly root: Root;
}

/** The package document and the XHTML of a container; files that are not well-formed are left to EPUBCheck. */
export function readBook(bytes: Uint8Array): readonly Parsed[] {
  try {
    return Object.entries(
      unzipSync(bytes, { filter: ({ name }) => /\.(?:opf|xhtml)$/u.test(name) }),
    ).flatMap(([name, content]) => {
      try {
        return [{ name, root: fromXml(strFromU8(content)) }];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** All elements below, or those of one name. */
export function elements(root: Root | Element | undefined, name?: string): readonly Element[] {
  const found: Element[] = [];
  if (root === undefined) return found;
  visit(root, 'element', (node) => {
    if (name === undefined || node.name === name) found.push(node);
  });
  return found;
}

/** Whether an element has this epub:type. */
export function is(node: Element, type: string): boolean {
  return (node.attributes['epub:type'] ?? '').split(/\s+/u).includes(type);
}

export function metas(opf: Parsed, property: string): readonly string[] {
  return elements(opf.root, 'meta')
    .filter((node) => node.attributes['property'] === property)
    .map(textOf);
}

export function texts(opf: Parsed, name: string): readonly string[] {
  return elements(opf.root, name).map(textOf);
}

export function textOf(node: Element): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text.trim();
}
