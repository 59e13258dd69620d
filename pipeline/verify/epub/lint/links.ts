/** Whether links lead to places in the book or to addresses that are safe to open. */
import { elements, type Fault, type Parsed } from './book-file.ts';

/** What begins with a scheme begins with one of these; what runs, or reads the reader's disk, does not. */
export function lintLinks({ name, root }: Parsed): readonly Fault[] {
  return elements(root, 'a')
    .filter(({ attributes }) => {
      const href = attributes['href'] ?? '';
      const [, scheme] = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(href) ?? [];
      return scheme === undefined
        ? /^\s*[/\\]/u.test(href)
        : !/^(?:https?|mailto|tel)$/iu.test(scheme);
    })
    .map((node) => ({
      rule: 'unsafe-link',
      file: name,
      node,
      message: `This link leads to "${node.attributes['href']}", which is neither in the book nor a web or mail address.`,
      help: 'Link to a document of the book, or to an address that begins with https: or mailto:.',
    }));
}
