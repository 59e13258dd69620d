/** A finished PDF as tests read it: tags as text, outline, labels, destinations. */
import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, numberOf, textOf } from '../../pipeline/pdf/lookup.ts';
import { elementsOf, readTags, type TagNode } from '../../pipeline/pdf/tag-tree.ts';

export interface OpenedPdf {
  readonly document: PDFDocument;
  /** Every element of the structure tree, parents first. */
  readonly elements: readonly TagNode[];
  /** Titles, indented by two spaces a level. */
  readonly outline: readonly string[];
  /** Page index and style of each range of labels: `0 r`. */
  readonly labels: readonly string[];
  /** Anchor to the index of its page. */
  readonly destinations: ReadonlyMap<string, number>;
  /** What each link's annotation says of itself. */
  readonly links: readonly string[];
}

/** Opens a PDF with pdf-lib. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const tree = context.lookup(catalog.get(PDFName.of('StructTreeRoot')), PDFDict);
  const pages = document.getPages().map(({ ref }) => ref);
  const destinations = dictOf(context, entry(catalog, 'Dests'))?.entries() ?? [];
  const numbers = itemsOf(context, entry(dictOf(context, entry(catalog, 'PageLabels')), 'Nums'));
  const titles = (item: PDFDict | undefined, indent: string): string[] => {
    const lines: string[] = [];
    for (let at = item; at; at = dictOf(context, entry(at, 'Next'))) {
      lines.push(`${indent}${textOf(context, entry(at, 'Title'))}`);
      lines.push(...titles(dictOf(context, entry(at, 'First')), `${indent}  `));
    }
    return lines;
  };
  return {
    document,
    elements: [...elementsOf(readTags(context, tree))],
    outline: titles(
      dictOf(context, entry(dictOf(context, entry(catalog, 'Outlines')), 'First')),
      '',
    ),
    labels: numbers.flatMap((item, at) => {
      const style = nameOf(context, entry(dictOf(context, numbers[at + 1]), 'S'));
      return at % 2 === 0 ? [`${numberOf(context, item)} ${style}`] : [];
    }),
    destinations: new Map(
      destinations.map(([name, value]) => {
        const [page] = itemsOf(context, value);
        return [name.decodeText(), page instanceof PDFRef ? pages.indexOf(page) : -1];
      }),
    ),
    links: document
      .getPages()
      .flatMap(({ node }) =>
        itemsOf(context, entry(node, 'Annots')).map(
          (one) => textOf(context, entry(dictOf(context, one), 'Contents')) ?? '',
        ),
      ),
  };
}
