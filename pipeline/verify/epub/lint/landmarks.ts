/** Whether the landmarks lead to what they name. EPUB 3.3, 7.4.2. */
import { type Book, elements, type Fault, is, pathFrom } from './book-file.ts';

/** Those that every book of ours has: reading systems open it at the text, and show cover and contents. */
const wanted = ['cover', 'toc', 'bodymatter'];

export function lintLandmarks({ nav, documents }: Book): readonly Fault[] {
  const list = elements(nav?.root, 'nav').find((node) => is(node, 'landmarks'));
  if (nav === undefined || list === undefined) return [];
  const links = elements(list, 'a');
  const misled = links.filter((link) => {
    const types = (link.attributes['epub:type'] ?? '').split(/\s+/u);
    const target = pathFrom(nav.name, link.attributes['href'] ?? '');
    const document = documents.find(({ name }) => name === target);
    return !elements(document?.root).some((node) => types.some((type) => is(node, type)));
  });
  const missing = wanted.filter((type) => !links.some((link) => is(link, type)));
  return [
    ...misled.map((node) => ({
      rule: 'landmark-elsewhere',
      file: nav.name,
      node,
      message: `The landmark "${node.attributes['epub:type'] ?? ''}" leads to ${node.attributes['href'] ?? ''}, which is none.`,
      help: 'Lead it to the document that has this epub:type.',
    })),
    ...missing.map((type) => ({
      rule: 'landmark-missing',
      file: nav.name,
      node: list,
      message: `No landmark leads to the book's "${type}".`,
      help: `Add a link with epub:type="${type}" to nav[epub:type=landmarks].`,
    })),
  ];
}
