/** What a print of the browser's lacks to be an edition: clean text, right tags, metadata, labels, outline. */
import { reachable } from '../../../pdf/reachable.ts';
import { writeFile } from '../../../pdf/write-file.ts';
import { type Description, describe } from './describe.ts';
import { greyInks } from './grey-inks.ts';
import { moveDestinations } from './move-destinations.ts';
import { type Print, writeVoices } from './print-pages.ts';
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

/** Finishes a print. The bytes depend on the print, but for the moment it was made at, and on `meta` alone. */
export function finish({ file, catalog, pages }: Print, meta: FinishMeta): Uint8Array {
  tagPages(file, catalog, pages, meta);
  writeVoices(file, pages);
  moveDestinations(file, catalog, pages);
  if (meta.grey) greyInks(file, pages);
  setBoxes(file, pages, meta.edges);
  writeOutline(file, catalog, meta.headings);
  const info = describe(file, catalog, pages.length, meta);
  return writeFile({ root: file.root, info, objects: reachable(file, [file.root, info]) });
}
