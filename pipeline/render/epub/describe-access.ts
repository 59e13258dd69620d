/** What a reader can count on, found by looking at the finished documents. EPUB Accessibility 1.1, 2: Discovery. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Labels } from '../../model/edition.ts';

/** Values of schema.org's accessibility properties. */
export interface Access {
  readonly modes: readonly string[];
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  /** Sentences in the plan's language. */
  readonly summary: string;
}

/** What the documents hold. */
export interface Contents {
  /** Pictures and drawings that say something; those with an empty alternative text are decoration. */
  readonly pictures: number;
  /** Those among them that have no words. */
  readonly undescribed: number;
  readonly formulas: number;
  readonly notes: number;
}

export function countContents(trees: readonly Root[]): Contents {
  const counts = { pictures: 0, undescribed: 0, formulas: 0, notes: 0 };
  for (const tree of trees) {
    visit(tree, 'element', ({ tagName, properties, children }) => {
      if (tagName === 'math') counts.formulas += 1;
      if (tagName === 'aside' && properties['epub:type'] === 'footnote') counts.notes += 1;
      if (tagName === 'img' && properties['alt'] !== '') {
        counts.pictures += 1;
        if (properties['alt'] === undefined) counts.undescribed += 1;
      }
      if (tagName === 'svg' && !properties['ariaHidden']) {
        counts.pictures += 1;
        const titled = children.some(
          (child) => child.type === 'element' && child.tagName === 'title',
        );
        if (!titled && !properties['ariaLabel'] && !properties['ariaLabelledBy'])
          counts.undescribed += 1;
      }
    });
  }
  return counts;
}

/** Nothing is claimed that the book does not hold. `paged` says whether the print's pages are marked in it. */
export function describeAccess(contents: Contents, paged: boolean, labels: Labels): Access {
  const described = contents.pictures > 0 && contents.undescribed === 0;
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'ARIA',
    ...(described ? ['alternativeText'] : []),
    ...(contents.formulas > 0 ? ['MathML'] : []),
    ...(paged ? ['pageNavigation', 'pageBreakMarkers'] : []),
  ];
  const sentences = [
    'accessText',
    ...(described ? ['accessPictures'] : []),
    ...(contents.undescribed > 0 ? ['accessPicturesUndescribed'] : []),
    ...(contents.formulas > 0 ? ['accessFormulas'] : []),
    ...(paged ? ['accessPages'] : []),
    'accessHazards',
  ];
  return {
    modes: contents.pictures > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: contents.undescribed > 0 ? ['textual,visual'] : ['textual'],
    features,
    summary: sentences.map((key) => labels[key] ?? '').join(' '),
  };
}
