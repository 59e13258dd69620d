/** Whether markers and list of pages belong together. */
import type { Element } from 'xast';
import { elements, type Fault, is, type Parsed, textOf } from './book-file.ts';

/** Every marker is listed, every entry leads to a marker. */
export function lintPages(
  opf: Parsed,
  nav: Parsed | undefined,
  documents: readonly Parsed[],
): readonly Fault[] {
  const folder = opf.name.replace(/[^/]*$/u, '');
  const markers = new Map<string, { readonly name: string; readonly node: Element }>(
    documents.flatMap(({ name, root }) =>
      elements(root)
        .filter((node) => is(node, 'pagebreak'))
        .map((node) => [`${name}#${node.attributes['id']}`, { name, node }] as const),
    ),
  );
  const list = elements(nav?.root, 'nav').find((node) => is(node, 'page-list'));
  const listed = elements(list, 'a').map((node) => ({
    node,
    target: folder + (node.attributes['href'] ?? ''),
  }));
  const targets = new Set(listed.map(({ target }) => target));
  return [
    ...listed
      .filter(({ target }) => !markers.has(target))
      .map(({ node, target }) => ({
        rule: 'page-without-marker',
        file: nav?.name ?? '',
        node,
        message: `The list of pages leads to ${target}, where no page is marked.`,
        help: 'Mark the page there, or take it out of the list.',
      })),
    ...listed.flatMap(({ node, target }) => {
      const label = markers.get(target)?.node.attributes['aria-label'] ?? textOf(node);
      if (label === textOf(node)) return [];
      return {
        rule: 'page-label',
        file: nav?.name ?? '',
        node,
        message: `The list of pages says "${textOf(node)}", the marker at ${target} "${label}".`,
        help: 'Give both the number that is printed on the page.',
      };
    }),
    ...[...falls(listed.map(({ node }) => textOf(node)))].flatMap((at) => {
      const entry = listed[at];
      if (entry === undefined) return [];
      return {
        rule: 'page-out-of-order',
        file: nav?.name ?? '',
        node: entry.node,
        message: `Page "${textOf(entry.node)}" does not come after the one that is listed before it.`,
        help: 'List pages as they are printed, each once.',
      };
    }),
    ...[...markers]
      .filter(([target]) => !targets.has(target))
      .map(([, { name, node }]) => ({
        rule: 'page-not-listed',
        file: name,
        node,
        message: `Page ${node.attributes['aria-label'] ?? ''} is marked here, but the list of pages does not name it.`,
        help: 'Add it to nav[epub:type=page-list].',
      })),
  ];
}

/** Where an arabic number is not greater than the one before it. */
function* falls(labels: readonly string[]): Iterable<number> {
  for (const [at, label] of labels.entries()) {
    const before = labels[at - 1] ?? '';
    if (/^\d+$/u.test(label) && /^\d+$/u.test(before) && Number(label) <= Number(before)) yield at;
    else if (label === before || label === '') yield at;
  }
}
