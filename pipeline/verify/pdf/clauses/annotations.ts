/** Links and other annotations (ISO 14289-1, 7.18). */
import { PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, numberOf, textOf } from '../../../pdf/lookup.ts';
import type { Clause } from '../clause.ts';
import type { FilePage, PdfFile } from '../pdf-file.ts';

export const annotationClauses: readonly Clause[] = [
  {
    id: '7.18.3-1',
    *check(file) {
      for (const page of file.pages) {
        if (annotationsOf(file, page).length === 0) continue;
        if (nameOf(file.context, entry(page.dict, 'Tabs')) !== 'S') {
          yield {
            message: 'The keyboard does not go through the links in their order (Tabs).',
            page: page.number,
          };
        }
      }
    },
  },
  {
    id: '7.18.5-1',
    *check(file) {
      const tagged = linksInTree(file);
      for (const { page, object } of linksOf(file)) {
        if (!(object instanceof PDFRef) || !tagged.has(object)) {
          yield { message: 'A link is not within a Link of the structure tree.', page };
        }
      }
    },
  },
  {
    id: '7.18.5-2',
    *check(file) {
      for (const { page, object } of linksOf(file)) {
        const said = textOf(file.context, entry(dictOf(file.context, object), 'Contents'));
        if (!said?.trim())
          yield { message: 'A link does not say what it leads to (Contents).', page };
      }
    },
  },
  {
    id: '7.18-parent',
    *check(file) {
      for (const { page, object } of linksOf(file)) {
        const key = numberOf(file.context, entry(dictOf(file.context, object), 'StructParent'));
        if (key === undefined || !dictOf(file.context, file.parents.get(key))) {
          yield { message: 'A link does not lead back to its element (StructParent).', page };
        }
      }
    },
  },
];

function annotationsOf({ context }: PdfFile, page: FilePage) {
  return itemsOf(context, entry(page.dict, 'Annots'));
}

function linksOf(file: PdfFile) {
  return file.pages.flatMap((page) =>
    annotationsOf(file, page)
      .filter((one) => nameOf(file.context, entry(dictOf(file.context, one), 'Subtype')) === 'Link')
      .map((object) => ({ page: page.number, object })),
  );
}

function linksInTree({ elements, typeOf }: PdfFile): ReadonlySet<PDFRef> {
  const links = elements.filter((node) => typeOf(node) === 'Link');
  return new Set(
    links.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'object' ? [kid.object] : []))),
  );
}
