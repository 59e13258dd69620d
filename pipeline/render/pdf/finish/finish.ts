/** What a print of the browser's lacks to be an edition: clean text, right tags, metadata, labels, outline. */
import { createHash } from 'node:crypto';
import { ParseSpeeds, PDFDocument, PDFHeader, PDFHexString } from '@cantoo/pdf-lib';
import { type Description, describe } from './describe.ts';
import { dropUnreachable } from './drop-unreachable.ts';
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
  dropUnreachable(context);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([unknownId, unknownId].map((id) => PDFHexString.of(id)));
  const bytes = await document.save({
    useObjectStreams: true,
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return withId(bytes);
}

/** Stands for the identifier until the bytes are known that it is made from. */
const unknownId = '0'.repeat(32);

/** The file with an identifier that comes from all its other bytes (ISO 32000-1, 14.4). */
function withId(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const id = createHash('sha256').update(file).digest('hex').slice(0, unknownId.length);
  for (let at = file.lastIndexOf(unknownId); at >= 0; at = file.lastIndexOf(unknownId)) {
    file.write(id, at, 'latin1');
  }
  return file;
}
