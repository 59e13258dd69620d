/** What a print of the browser's lacks to be an edition: clean text, right tags, metadata, labels, outline. */
import { ParseSpeeds, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { reachable } from '../../../pdf/reachable.ts';
import { writeFile } from '../../../pdf/write-file.ts';
import { type Description, describe } from './describe.ts';
import { greyInks } from './grey-inks.ts';
import { moveDestinations } from './move-destinations.ts';
import { readPages, writeVoices } from './print-pages.ts';
import { type Edges, setBoxes } from './set-boxes.ts';
import { type TagMeta, tagPages } from './tag-pages.ts';
import { type Heading, writeOutline } from './write-outline.ts';

/** What the print's own HTML could not say. */
export interface FinishMeta extends Description, TagMeta {
  /** The outline, in order. */
  readonly headings: readonly Heading[];
  readonly edges: Edges;
  /** Whether all is printed in black ink. */
  readonly grey: boolean;
}

/**
 * Finishes a print. The bytes depend on the print, but for the moment it was made at, and on `meta` alone.
 * Raises `Error` where the bytes are no tagged print of Chromium's.
 */
export async function finish(print: Uint8Array, meta: FinishMeta): Promise<Uint8Array> {
  const document = await PDFDocument.load(print, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context, catalog } = document;
  const pages = await readPages(document);
  tagPages(document, pages, meta);
  writeVoices(context, pages);
  moveDestinations(context, catalog, pages);
  if (meta.grey) greyInks(context, pages);
  setBoxes(context, pages, meta.edges);
  writeOutline(context, catalog, meta.headings);
  describe(document, meta);
  const { Root: root, Info: info } = context.trailerInfo;
  if (!(root instanceof PDFRef && info instanceof PDFRef))
    throw new Error('The PDF has no catalog.');
  return writeFile({ root, info, objects: reachable(context, [root, info]) });
}
