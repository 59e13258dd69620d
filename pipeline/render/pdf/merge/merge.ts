/**
 * Merges fragments into a file: their objects under numbers of its own, and around them what only the whole has. What is
 * written is told in docs/print-merge.md, with the clauses of ISO 32000-1.
 */
import { PDFContext, type PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { WrittenObject } from '../../../pdf/draft.ts';
import type { Fragment } from '../../../pdf/fragment.ts';
import { asFileObjects, writeFile } from '../../../pdf/write-file.ts';
import { percentDecode } from '../destinations.ts';
import { type Description, describe } from './describe.ts';
import { type PlacedFragment, placeFragments } from './place-fragments.ts';
import { type Heading, writeOutline } from './write-outline.ts';
import { writeTree } from './write-tree.ts';

/** What no fragment can say. */
export interface WholeMeta extends Omit<Description, 'producer'> {
  /** The outline, in order. */
  readonly headings: readonly Heading[];
}

/** A PDF of the fragments' pages in their order. The bytes depend on the fragments and on `meta` alone. */
export function merge(fragments: readonly Fragment[], meta: WholeMeta): Uint8Array {
  const { roots, placed, next, objects } = placeFragments(fragments);
  const context = PDFContext.create();
  context.largestObjectNumber = next - 1;
  const catalog = context.obj({ Type: 'Catalog', Pages: PDFRef.of(roots.pages) });
  const root = context.register(catalog);
  writePages(context, roots.pages, placed);
  writeTree(context, catalog, roots.document, placed);
  writeOutline(context, catalog, meta.headings, writeDestinations(context, catalog, placed));
  const pageCount = fragments.reduce((sum, { pages }) => sum + pages.length, 0);
  const producer = fragments[0]?.producer ?? '';
  const info = describe(context, catalog, pageCount, { ...meta, producer });
  return writeFile({
    root,
    info,
    objects: both(asFileObjects(context.enumerateIndirectObjects()), objects),
  });
}

/** The page tree: a node for each fragment (ISO 32000-1, 7.7.3.2). */
function writePages(context: PDFContext, root: number, placed: readonly PlacedFragment[]): void {
  const counts = placed.map(({ fragment }) => fragment.pages.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  context.assign(
    PDFRef.of(root),
    context.obj({ Type: 'Pages', Count: total, Kids: placed.map(({ node }) => PDFRef.of(node)) }),
  );
  for (const { fragment, node, numberOf } of placed) {
    const Kids = fragment.pages.map((page) => PDFRef.of(numberOf(page)));
    const entries = { Type: 'Pages', Parent: PDFRef.of(root), Count: Kids.length, Kids };
    context.assign(PDFRef.of(node), context.obj(entries));
  }
}

/** All named destinations as the catalog's dictionary (12.3.2.3), and by anchor. */
function writeDestinations(
  context: PDFContext,
  catalog: PDFDict,
  placed: readonly PlacedFragment[],
): ReadonlyMap<string, WrittenObject> {
  const targets = new Map<string, WrittenObject>();
  let text = '';
  for (const { fragment, relocated } of placed) {
    for (const [name, target] of fragment.destinations) {
      const moved = relocated(target);
      text += `${name}${moved}`;
      targets.set(
        percentDecode(PDFName.of(name.slice(1)).decodeText()),
        new WrittenObject(moved, []),
      );
    }
  }
  catalog.set(PDFName.of('Dests'), context.register(new WrittenObject(`<<${text}>>`, [])));
  return targets;
}

function* both<T>(one: Iterable<T>, other: Iterable<T>): Generator<T> {
  yield* one;
  yield* other;
}
