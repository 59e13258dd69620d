/** What a merged file holds of its fragments, as pdf-lib reads it. */
import { PDFContext, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { type Fragment, takeFragment } from '../../../../pipeline/pdf/fragment.ts';
import { dictOf, entry, itemsOf, numberOf } from '../../../../pipeline/pdf/lookup.ts';
import { merge } from '../../../../pipeline/render/pdf/merge/merge.ts';
import { numberTree } from '../../../../pipeline/verify/pdf/pdf-file.ts';
import { openPdf } from '../../../support/opened-pdf.ts';

/** Pages with a paragraph each, which has an id; all show the same picture. `name` is said by the first page's anchor. */
function fragment(name: string, pageCount: number): Fragment {
  const context = PDFContext.create();
  const outside = { document: context.nextRef(), pages: context.nextRef() };
  const picture = context.register(context.stream('a picture', { Subtype: 'Image' }));
  const pages = Array.from({ length: pageCount }, (_, at) =>
    context.register(
      context.obj({
        Type: 'Page',
        Parent: outside.pages,
        StructParents: at,
        Title: PDFString.of(`${name} 4 0 R`),
        Resources: { XObject: { P: picture } },
      }),
    ),
  );
  const tops = pages.map((page) =>
    context.register(context.obj({ S: 'P', P: outside.document, Pg: page, K: [0] })),
  );
  const [first = PDFRef.of(0)] = pages;
  return takeFragment(context, {
    producer: 'A printer',
    outside,
    pages,
    tops,
    parents: new Map(tops.map((top, at) => [at, [undefined, top]])),
    ids: tops.map((top, at) => [`${name}:${at}`, top]),
    links: [],
    destinations: [[`/${name}`, context.obj([first, 'XYZ', null, 700, null])]],
  });
}

const meta = {
  title: 'A plan',
  authors: ['Ada'],
  subject: '',
  keywords: [],
  lang: 'en',
  dir: 'ltr',
  date: new Date(0),
  creator: 'briefwright',
  xmp: '<x/>',
  bodyStart: 2,
  headings: [
    { anchor: 'two', text: 'Two', depth: 1 },
    { anchor: 'nowhere', text: 'Nowhere', depth: 2 },
    { anchor: 'one', text: 'One', depth: 1 },
  ],
} as const;

describe('two fragments', async () => {
  const bytes = merge([fragment('two', 2), fragment('one', 3)], meta);
  const { document, elements, outline, labels, destinations } = await openPdf(bytes);
  const { context, catalog } = document;
  const tree = dictOf(context, entry(catalog, 'StructTreeRoot'));

  test('have their pages one after another, each below its own node', () => {
    const root = dictOf(context, entry(catalog, 'Pages'));
    const kids = itemsOf(context, entry(root, 'Kids')).map((kid) => dictOf(context, kid));
    expect(kids.map((kid) => numberOf(context, entry(kid, 'Count')))).toEqual([2, 3]);
    expect(document.getPages().map(({ node }) => `${entry(node, 'Title')}`)).toEqual([
      ...['(two 4 0 R)', '(two 4 0 R)'],
      ...['(one 4 0 R)', '(one 4 0 R)', '(one 4 0 R)'],
    ]);
  });

  test('are one document, whose elements know their pages', () => {
    expect(elements.map(({ type }) => type)).toEqual(['Document', 'P', 'P', 'P', 'P', 'P']);
    const pages = elements.flatMap(({ kids }) =>
      kids.flatMap((kid) => (kid.kind === 'marked' ? [kid.page] : [])),
    );
    expect(pages).toEqual(document.getPages().map(({ ref }) => ref));
  });

  test('have keys of their own in the tree of parents, which lead to their elements', () => {
    const parents = new Map(numberTree(context, entry(tree, 'ParentTree'), 0));
    for (const { node, ref } of document.getPages()) {
      const key = numberOf(context, entry(node, 'StructParents')) ?? -1;
      const element = dictOf(context, itemsOf(context, parents.get(key))[1]);
      expect(entry(element, 'Pg')).toBe(ref);
    }
    expect([...parents.keys()]).toEqual([0, 1, 2, 3, 4]);
    expect(numberOf(context, entry(tree, 'ParentTreeNextKey'))).toBe(5);
  });

  test('have their ids in order, whatever the order of the fragments', () => {
    const leaves = itemsOf(context, entry(dictOf(context, entry(tree, 'IDTree')), 'Kids'));
    const names = leaves.flatMap((leaf) =>
      itemsOf(context, entry(dictOf(context, leaf), 'Names')).filter(
        (item) => item instanceof PDFString,
      ),
    );
    const ids = ['one:0', 'one:1', 'one:2', 'two:0', 'two:1'];
    expect(names.map((name) => name.asString())).toEqual(ids);
  });

  test('are led to by name and by the outline', () => {
    expect([...destinations]).toEqual([
      ['two', 0],
      ['one', 2],
    ]);
    expect(outline).toEqual(['Two', 'One']);
    expect(labels).toEqual(['0 r', '2 D']);
  });

  test('share a stream that both have', () => {
    const pictures = document.getPages().map(({ node }) => {
      const objects = dictOf(context, entry(dictOf(context, entry(node, 'Resources')), 'XObject'));
      return `${objects?.get(PDFName.of('P'))}`;
    });
    expect(new Set(pictures).size).toBe(1);
  });

  test('say what the whole says', () => {
    const info = dictOf(context, context.trailerInfo.Info);
    expect(`${entry(info, 'Title')}`).toBe(`${PDFHexString.fromText('A plan')}`);
    expect(`${entry(info, 'Producer')}`).toBe(`${PDFHexString.fromText('A printer')}`);
  });
});

test('the same fragments make the same bytes', () => {
  const made = () => Buffer.from(merge([fragment('one', 2), fragment('two', 1)], meta));
  expect(made().equals(made())).toBe(true);
});
