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

/** The package document and the XHTML of a container. */
export interface BookFiles {
  readonly parsed: readonly Parsed[];
  /** Names of those that are not well-formed, or declare entities of their own. */
  readonly unread: readonly string[];
}

/** What is no container has no files: EPUBCheck says what it is. */
export function readBook(bytes: Uint8Array): BookFiles {
  const parsed: Parsed[] = [];
  const unread: string[] = [];
  for (const [name, content] of Object.entries(textsOf(bytes))) {
    const text = strFromU8(content);
    try {
      if (/<!ENTITY\s/u.test(text)) unread.push(name);
      else parsed.push({ name, root: fromXml(text) });
    } catch {
      unread.push(name);
    }
  }
  return { parsed, unread };
}

function textsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => /\.(?:opf|xhtml)$/u.test(name) });
  } catch {
    return {};
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
