/** Whether the accessibility metadata is true. */
import { elements, type Fault, is, metas, type Parsed } from './book-file.ts';

/** Accessibility metadata against what is there. EPUB Accessibility 1.1, 2.2. */
export function lintAccess(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const all = documents.flatMap(({ root }) => elements(root));
  const features = metas(opf, 'schema:accessibilityFeature');
  const modes = metas(opf, 'schema:accessMode');
  const images = all.filter((node) => node.name === 'img' && node.attributes['alt'] !== '');
  const pictures = images.length + all.filter((node) => node.name === 'svg').length;
  const mute = images.find((node) => !node.attributes['alt']);
  const formulas = all.some((node) => node.name === 'math');
  const pages = all.some((node) => is(node, 'pagebreak'));
  const list = all.some((node) => node.name === 'nav' && is(node, 'page-list'));
  const claims: readonly [string, boolean, string][] = [
    ['alternativeText', pictures > 0 && mute === undefined, 'a picture in it has no description'],
    ['MathML', formulas, 'there is no formula in it'],
    ['pageNavigation', list, 'it has no list of pages'],
    ['pageBreakMarkers', pages, 'no page is marked in it'],
  ];
  const untrue = claims
    .filter(([feature, holds]) => features.includes(feature) && !holds)
    .map(([feature, , why]) => ({
      rule: 'untrue-feature',
      file: opf.name,
      message: `The metadata promises "${feature}", but ${why}.`,
      help: `Take the feature "${feature}" out of the metadata, or make it true.`,
    }));
  const silent = claims
    .filter(([feature, holds]) => holds && !features.includes(feature))
    .map(([feature]) => ({
      rule: 'unnamed-feature',
      file: opf.name,
      message: `The book has what "${feature}" stands for, but its metadata does not say so.`,
      help: `Add <meta property="schema:accessibilityFeature">${feature}</meta>.`,
    }));
  const visual = pictures > 0 !== modes.includes('visual');
  return [
    ...untrue,
    ...silent,
    ...(visual
      ? [
          {
            rule: 'untrue-access-mode',
            file: opf.name,
            message:
              pictures > 0
                ? 'The book has pictures, but its access modes do not name "visual".'
                : 'The access modes name "visual", but the book has no picture.',
            help: 'Make schema:accessMode say how the content is perceived.',
          },
        ]
      : []),
  ];
}
