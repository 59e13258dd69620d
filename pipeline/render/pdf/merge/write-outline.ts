/** The outline, which readers show beside the pages (ISO 32000-1, 12.3.3). */
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** A line of the outline. */
export interface Heading {
  readonly anchor: string;
  readonly text: string;
  readonly depth: 1 | 2;
}

/** Outlines up to this length are shown open to the sections. */
const shortOutline = 40;

/** A heading with those below it. */
interface Item {
  readonly heading: Heading;
  readonly below: Item[];
}

/** Writes the outline; a heading whose anchor is nowhere in the file is left out. `targets` are destinations by anchor. */
export function writeOutline(
  context: PDFContext,
  catalog: PDFDict,
  headings: readonly Heading[],
  targets: ReadonlyMap<string, PDFObject>,
): void {
  const found = headings.filter(({ anchor }) => targets.has(anchor));
  const tops: Item[] = [];
  for (const heading of found) {
    const item = { heading, below: [] };
    const over = heading.depth === 1 ? undefined : tops.at(-1);
    (over?.below ?? tops).push(item);
  }
  const open = found.length <= shortOutline;
  const root = context.nextRef();
  const count = open ? found.length : tops.length;
  context.assign(root, context.obj({ Type: 'Outlines', Count: count, ...writeItems(tops, root) }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));

  /** The items below a parent; returns what the parent says of them. */
  function writeItems(items: readonly Item[], parent: PDFRef): { First?: PDFRef; Last?: PDFRef } {
    const refs = items.map(() => context.nextRef());
    for (const [at, { heading, below }] of items.entries()) {
      const ref = refs[at];
      if (!ref) continue;
      const item = context.obj({
        Title: PDFHexString.fromText(heading.text),
        Parent: parent,
        ...writeItems(below, ref),
      });
      const target = targets.get(heading.anchor);
      if (target) item.set(PDFName.of('Dest'), target);
      const [previous, next] = [refs[at - 1], refs[at + 1]];
      if (previous) item.set(PDFName.of('Prev'), previous);
      if (next) item.set(PDFName.of('Next'), next);
      if (below.length > 0) {
        item.set(PDFName.of('Count'), context.obj(open ? below.length : -below.length));
      }
      context.assign(ref, item);
    }
    const [first, last] = [refs[0], refs.at(-1)];
    return first && last ? { First: first, Last: last } : {};
  }
}
