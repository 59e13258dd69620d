/** The files of a book as the lint looks at them. */
import { strFromU8, unzipSync } from 'fflate';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
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

/** A style sheet of the book. */
export interface Style {
  readonly name: string;
  readonly text: string;
}

/** What the rules look at. */
export interface Book {
  readonly opf: Parsed;
  readonly nav: Parsed | undefined;
  readonly ncx: Parsed | undefined;
  /** The XHTML, the navigation document among it. */
  readonly documents: readonly Parsed[];
  readonly drawings: readonly Parsed[];
  readonly styles: readonly Style[];
  /** Of all files in the container. */
  readonly names: readonly string[];
  /** What is there to be seen, in documents. */
  readonly pictures: readonly Element[];
  /** Those of them that have no words. */
  readonly mute: readonly Element[];
}

/** What a container holds, read as far as the rules look at it. */
export interface BookFiles {
  /** Package document, XHTML, NCX and drawings. */
  readonly parsed: readonly Parsed[];
  readonly styles: readonly Style[];
  readonly names: readonly string[];
  /** Names of those that are not well-formed, or declare entities of their own. */
  readonly unread: readonly string[];
}

/** What is no container has no files: EPUBCheck says what it is. */
export function readBook(bytes: Uint8Array): BookFiles {
  const parsed: Parsed[] = [];
  const styles: Style[] = [];
  const unread: string[] = [];
  const { names, texts: contents } = unpack(bytes);
  for (const [name, content] of Object.entries(contents)) {
    const text = strFromU8(content);
    if (name.endsWith('.css')) {
      styles.push({ name, text });
      continue;
    }
    try {
      if (/<!ENTITY\s/u.test(text)) unread.push(name);
      else parsed.push({ name, root: fromXml(text) });
    } catch {
      unread.push(name);
    }
  }
  return { parsed, styles, names, unread };
}

function unpack(bytes: Uint8Array) {
  const names: string[] = [];
  try {
    const texts = unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return /\.(?:opf|xhtml|ncx|svg|css)$/u.test(name);
      },
    });
    return { names, texts };
  } catch {
    return { names, texts: {} };
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

export function textOf(node: Root | Element): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text.trim();
}

/** What a title says: the calls of notes and the marks of pages in it are none of its words. */
export function wordsOf(node: Element | undefined): string {
  let text = '';
  if (node === undefined) return text;
  visit(node, (one) => {
    if (one.type === 'element' && (is(one, 'noteref') || is(one, 'pagebreak'))) return SKIP;
    if (one.type === 'text') text += one.value;
    return CONTINUE;
  });
  return text.replace(/\s+/gu, ' ').trim();
}

/** The path in the container of what a link in `file` leads to, without its fragment. */
export function pathFrom(file: string, href: string): string {
  const address = `epub:///${file}`;
  const { pathname } = new URL(URL.canParse(href, address) ? href : '', address);
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}
