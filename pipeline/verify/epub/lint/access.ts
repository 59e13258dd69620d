/** Whether the accessibility metadata is true. */
import type { Element } from 'xast';
import { elements, type Fault, is, metas, type Parsed } from './book-file.ts';

/** Accessibility metadata against what is there. EPUB Accessibility 1.1, 2.2. */
export function lintAccess(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const all = documents.flatMap(({ root }) => elements(root));
  const features = metas(opf, 'schema:accessibilityFeature');
  const modes = metas(opf, 'schema:accessMode');
  const images = all.filter((node) => node.name === 'img' && !isDecoration(node));
  const drawings = all.filter((node) => node.name === 'svg' && !isDecoration(node));
  const pictures = images.length + drawings.length;
  const mute = [...images.filter(isMute), ...drawings.filter(isUntitled)];
  const formulas = all.some((node) => node.name === 'math');
  const pages = all.some((node) => is(node, 'pagebreak'));
  const index = all.some((node) => node.attributes['role'] === 'doc-index');
  const list = all.some((node) => node.name === 'nav' && is(node, 'page-list'));
  const claims: readonly [string, boolean, string][] = [
    ['alternativeText', pictures > 0 && mute.length === 0, 'a picture in it has no description'],
    ['MathML', formulas, 'there is no formula in it'],
    ['pageNavigation', list, 'it has no list of pages'],
    ['pageBreakMarkers', pages, 'no page is marked in it'],
    ['index', index, 'it has no index'],
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
  const speechless = documents.flatMap(({ name, root }) =>
    elements(root)
      .filter((node) => mute.includes(node))
      .map((node) => ({
        rule: 'picture-without-words',
        file: name,
        node,
        message: 'This picture has no words for those who cannot see it.',
        help: 'Write them in the plan, between the square brackets: ![Hot days a year rose from 4 to 31.](…).',
      })),
  );
  return [
    ...speechless,
    ...lintHazards(opf, all),
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

/** What is there for the eye alone, and says so. */
function isDecoration({ attributes }: Element): boolean {
  return attributes['aria-hidden'] === 'true' || attributes['role'] === 'presentation';
}

function isMute({ attributes }: Element): boolean {
  return (attributes['alt'] ?? '').trim() === '';
}

function isUntitled(node: Element): boolean {
  const { 'aria-label': label, 'aria-labelledby': labelled } = node.attributes;
  return elements(node, 'title').length === 0 && !label && !labelled;
}

/** Nothing can be promised of what moves, sounds, or runs. */
function lintHazards(opf: Parsed, all: readonly Element[]): readonly Fault[] {
  const lively = all.find(({ name }) => /^(?:video|audio|script|animate\w*|set)$/u.test(name));
  if (lively === undefined || !metas(opf, 'schema:accessibilityHazard').includes('none')) return [];
  return [
    {
      rule: 'untrue-hazard',
      file: opf.name,
      message: `The metadata promises that nothing is hazardous, but there is a <${lively.name}> in the book.`,
      help: 'Say schema:accessibilityHazard "unknown", or examine it.',
    },
  ];
}
