/** What a reader can count on, found by looking at the finished documents. EPUB Accessibility 1.1, 2: Discovery. */
import type { Root } from 'hast';
import type { Labels } from '../../model/edition.ts';
import { walkElements } from '../../model/walk-elements.ts';

/** Values of schema.org's accessibility properties. */
export interface Access {
  readonly modes: readonly string[];
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  /** Sentences in the plan's language. */
  readonly summary: string;
}

/** What the documents hold. */
export interface Contents {
  /** Pictures and drawings. Markdown has no sign for decoration: each of them says something. */
  readonly pictures: number;
  /** Those among them that have no words. */
  readonly undescribed: number;
  readonly formulas: number;
}

/** What the book is made of, beside its documents' contents. */
export interface Make extends Contents {
  /** Whether the print's pages are marked. */
  readonly paged: boolean;
  readonly indexed: boolean;
  /** Whether a picture moves. */
  readonly moving: boolean;
}

export function countContents(tree: Root): Contents {
  const counts = { pictures: 0, undescribed: 0, formulas: 0 };
  walkElements(tree, ({ tagName, properties, children }) => {
    if (tagName === 'math') counts.formulas += 1;
    if (tagName === 'img') {
      counts.pictures += 1;
      if (!properties['alt']) counts.undescribed += 1;
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
  return counts;
}

/** What several documents hold together. */
export function addContents(all: readonly Contents[]): Contents {
  const sum = (key: keyof Contents) => all.reduce((total, one) => total + one[key], 0);
  return {
    pictures: sum('pictures'),
    undescribed: sum('undescribed'),
    formulas: sum('formulas'),
  };
}

/** Nothing is claimed that the book does not hold. */
export function describeAccess(contents: Make, labels: Labels): Access {
  const { paged, indexed, moving } = contents;
  const described = contents.pictures > 0 && contents.undescribed === 0;
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'ARIA',
    ...(described ? ['alternativeText'] : []),
    ...(contents.formulas > 0 ? ['MathML'] : []),
    ...(indexed ? ['index'] : []),
    ...(paged ? ['pageNavigation', 'pageBreakMarkers'] : []),
  ];
  const sentences = [
    'accessText',
    ...(described ? ['accessPictures'] : []),
    ...(contents.undescribed > 0 ? ['accessPicturesUndescribed'] : []),
    ...(contents.formulas > 0 ? ['accessFormulas'] : []),
    ...(paged ? ['accessPages'] : []),
    moving ? 'accessMoving' : 'accessHazards',
  ];
  return {
    modes: contents.pictures > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: contents.undescribed > 0 ? ['textual,visual'] : ['textual'],
    features,
    hazards: [moving ? 'unknown' : 'none'],
    summary: sentences.map((key) => labels[key] ?? '').join(' '),
  };
}
