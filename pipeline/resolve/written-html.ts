/**
 * Written HTML, parsed and sanitised together with what Markdown made around it. Markdown's own elements carry our
 * marks (model/resolved.ts); an author who writes the same attributes by hand must not get them through.
 */
import { createHash } from 'node:crypto';
import type { Element, Properties, Root, Text } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { closeDrawings } from '../model/safe-drawing.ts';
import { leadsOutside, safeHtml } from '../model/safe-html.ts';

/** Elements that only Markdown may make: without what it gives them they would be invalid. */
const madeOnly = ['img', 'input'];

/** What an author may write, and what Markdown makes. */
const schema: Options = {
  ...safeHtml,
  tagNames: [...(safeHtml.tagNames ?? []), ...madeOnly],
  attributes: {
    ...safeHtml.attributes,
    '*': [...(safeHtml.attributes?.['*'] ?? []), 'dataMade'],
    // Of a written picture its words are shown.
    img: ['alt'],
  },
};

const process = unified().use(rehypeRaw).use(rehypeSanitize, schema).freeze();

/** The tree with its raw nodes parsed. Elements that Markdown made come out as they went in. */
export function withWrittenHtml(tree: Root): Root {
  const made: Properties[] = [];
  // A name that nobody can have written: it is made from everything that is written.
  const name = createHash('sha256')
    .update(JSON.stringify(rawIn(tree)))
    .digest('hex')
    .slice(0, 16);
  visit(tree, 'element', (element) => {
    made.push(element.properties);
    element.properties = { dataMade: `${name}-${made.length - 1}` };
  });
  const safe = process.runSync(tree);
  closeDrawings(safe);
  const seen = new Set<number>();
  visit(safe, 'element', (element, index, parent) => {
    const mark = String(element.properties['dataMade'] ?? '');
    const number = mark.startsWith(`${name}-`) ? Number(mark.slice(name.length + 1)) : -1;
    const properties = made[number];
    if (properties !== undefined) {
      element.properties = seen.has(number) ? withoutId(properties) : properties;
      seen.add(number);
      return undefined;
    }
    if (parent && index !== undefined && madeOnly.includes(element.tagName)) {
      parent.children.splice(index, 1, ...inWords(element));
      return [SKIP, index];
    }
    element.properties = written(element.properties);
    return undefined;
  });
  return safe;
}

function rawIn(tree: Root): string[] {
  const raw: string[] = [];
  visit(tree, 'raw', (node) => {
    raw.push(node.value);
  });
  return raw;
}

/** Badly nested HTML makes the parser repeat an element (HTML, 13.2.6.4.7); an id stands once. */
function withoutId({ id: _id, ...rest }: Properties): Properties {
  return rest;
}

/** An address in written HTML leads out of the plan or nowhere: only Markdown's links are resolved. */
function written({ dataMade: _made, ...rest }: Properties): Properties {
  return Object.fromEntries(
    Object.entries(rest).filter(
      ([key, value]) => (key !== 'href' && key !== 'cite') || leadsOutside(String(value)),
    ),
  );
}

/** What a picture says in words. */
function inWords(element: Element): Text[] {
  const alt = element.properties['alt'];
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
}
