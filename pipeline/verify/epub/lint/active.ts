/** Whether something in the book acts by itself, or asks for something outside it, where the checkers of the format do not look. */
import type { Element } from 'xast';
import { type Book, elements, type Fault, type Parsed } from './book-file.ts';

export function lintActive({ documents, drawings }: Book): readonly Fault[] {
  return [...documents, ...drawings].flatMap((file) => [
    ...instructions(file),
    ...elements(file.root).flatMap((node) => {
      const why = whyActive(node);
      return why === undefined ? [] : [fault(file.name, node, why)];
    }),
  ]);
}

/** A style sheet may be named before the first element. */
function instructions({ name, root }: Parsed): readonly Fault[] {
  return root.children
    .filter((node) => node.type === 'instruction' && node.name === 'xml-stylesheet')
    .map(() => fault(name, undefined, 'A style sheet is named outside the head'));
}

function whyActive({ name, attributes, children }: Element): string | undefined {
  const keys = Object.keys(attributes);
  const handler = keys.find((key) => /^on/iu.test(key));
  if (handler !== undefined) return `${handler} on <${name}> runs a script`;
  if (/^(?:foreignObject|embed|object|iframe|base)$/u.test(name))
    return `<${name}> may load anything`;
  if (name === 'meta' && 'http-equiv' in attributes) return 'A <meta http-equiv> acts on the page';
  if ('ping' in attributes) return 'A link tells another address that it was followed';
  const remote = keys.find((key) => loads(name, key) && isOutside(attributes[key] ?? ''));
  if (remote !== undefined) return `<${name}> asks for "${attributes[remote]}"`;
  const style = `${attributes['style'] ?? ''}${name === 'style' ? children.map((one) => ('value' in one ? one.value : '')).join('') : ''}`;
  return /(?:url\(\s*["']?|@import\s+["'])\s*(?:\w+:)?\/\//iu.test(style)
    ? `The style of <${name}> asks for something outside the book`
    : undefined;
}

/** Whether an attribute is an address that is opened without a reader's doing. */
function loads(name: string, key: string): boolean {
  if (/^(?:src|srcset|poster|data)$/u.test(key)) return true;
  return /^(?:xlink:)?href$/u.test(key) && name !== 'a';
}

function isOutside(address: string): boolean {
  return /(?:^|,)\s*(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(address);
}

function fault(file: string, node: Element | undefined, why: string): Fault {
  return {
    rule: 'active-content',
    file,
    node,
    message: `${why}.`,
    help: 'Take it out: a book is read without a network, and nothing in it runs.',
  };
}
