/** What a print of the browser's lacks to be a fragment of an edition: clean text, right tags, boxes. */
import { PDFName } from '@cantoo/pdf-lib';
import { type Fragment, takeFragment } from '../../../pdf/fragment.ts';
import { dictOf, entry, itemsOf, textOf } from '../../../pdf/lookup.ts';
import { greyInks } from './grey-inks.ts';
import { moveDestinations } from './move-destinations.ts';
import { type Print, writeVoices } from './print-pages.ts';
import { type Edges, setBoxes } from './set-boxes.ts';
import { type TagMeta, tagPages } from './tag-pages.ts';

/** What the print's own HTML could not say. */
export interface FinishMeta extends TagMeta {
  readonly edges: Edges;
  /** Whether all is printed in black ink. */
  readonly grey: boolean;
}

/** Finishes a print. The fragment depends on the print, but for the moment it was made at, and on `meta` alone. */
export function finish({ file, catalog, pages }: Print, meta: FinishMeta): Fragment {
  const outside = { document: file.context.nextRef(), pages: file.context.nextRef() };
  const tags = tagPages(file, catalog, pages, outside.document, meta);
  writeVoices(file, pages);
  moveDestinations(file, catalog, pages);
  if (meta.grey) greyInks(file, pages);
  setBoxes(file, pages, meta.edges);
  for (const { dict } of pages) dict.set(PDFName.of('Parent'), outside.pages);
  const info = dictOf(file, file.context.trailerInfo.Info);
  const destinations = dictOf(file, entry(catalog, 'Dests'))?.entries() ?? [];
  return takeFragment(file, {
    ...tags,
    outside,
    producer: textOf(file, entry(info, 'Producer')) ?? '',
    pages: pages.map(({ ref }) => ref),
    links: pages.flatMap(({ dict }) =>
      itemsOf(file, entry(dict, 'Annots')).flatMap((annotation) => {
        const name = entry(dictOf(file, annotation), 'Dest');
        return name instanceof PDFName ? [name.toString()] : [];
      }),
    ),
    destinations: destinations.map(([name, target]) => [name.toString(), target]),
  });
}
