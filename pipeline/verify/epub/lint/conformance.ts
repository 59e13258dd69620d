/** Whether a claim of conformance names a standard that there is, and who stands for it. EPUB Accessibility 1.1, 4.3. */
import { type Book, elements, type Fault, textOf } from './book-file.ts';

const standards = [
  /^EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}$/u,
  /^https?:\/\/www\.idpf\.org\/epub\/a11y\/accessibility(?:-20170105)?\.html#wcag-a{1,3}$/u,
  /^https?:\/\/www\.w3\.org\/TR\/epub-a11y(?:-11)?\/?#?(?:wcag-2\.[012]-a{1,3})?$/u,
  /^https?:\/\/www\.w3\.org\/TR\/WCAG2[012]\/?(?:#\w*)?$/u,
];

export function lintConformance({ opf }: Book): readonly Fault[] {
  const all = elements(opf.root);
  const claims = all.flatMap((node) => {
    if (node.attributes['property'] === 'dcterms:conformsTo') return [{ node, to: textOf(node) }];
    if (!node.attributes['rel']?.split(/\s+/u).includes('dcterms:conformsTo')) return [];
    return [{ node, to: node.attributes['href'] ?? '' }];
  });
  const certified = all.filter(({ attributes }) => attributes['property'] === 'a11y:certifiedBy');
  return [
    ...claims
      .filter(({ to }) => !standards.some((standard) => standard.test(to)))
      .map(({ node, to }) => ({
        rule: 'unknown-standard',
        file: opf.name,
        node,
        message: `The metadata claims conformance to "${to}", which is no standard for books.`,
        help: 'Write it as "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", with the level that was examined, or take it out.',
      })),
    ...(claims.length === 0 ? certified : []).map((node) => ({
      rule: 'certified-nothing',
      file: opf.name,
      node,
      message: `${textOf(node)} certifies the book, but it claims no conformance.`,
      help: 'Say by dcterms:conformsTo what was certified, or take a11y:certifiedBy out.',
    })),
  ];
}
