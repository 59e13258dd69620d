/** A PDF that is being changed, without reading all of it. */
import { PDFContext, PDFNumber, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { entry, type Objects } from './lookup.ts';
import { openObjects } from './object-reader.ts';

/** The objects of a file, read when they are asked for, and behind them the new ones. */
export interface PdfDraft extends Objects {
  /** Holds what is new and what was read; makes objects. */
  readonly context: PDFContext;
  readonly root: PDFRef;
  /** The objects as they are in the file, read anew each time: for what is read once and not kept. */
  readonly source: Objects;
}

/** Raises `Error` where the bytes are no PDF as Chromium writes it (see `openObjects`). */
export function openDraft(bytes: Uint8Array): PdfDraft {
  const context = PDFContext.create();
  const { trailer, read } = openObjects(bytes, context);
  const [root, size, info] = ['Root', 'Size', 'Info'].map((key) => entry(trailer, key));
  if (!(root instanceof PDFRef && size instanceof PDFNumber)) {
    throw new Error('The PDF has no trailer.');
  }
  context.largestObjectNumber = size.asNumber() - 1;
  if (info) context.trailerInfo.Info = info;
  return {
    context,
    root,
    source: { lookup: read },
    lookup(ref) {
      const known = context.lookup(ref);
      if (known) return known;
      const fresh = read(ref);
      if (fresh) context.assign(ref, fresh);
      return fresh;
    },
  };
}

/** An object that is text already, as objects of many are: `objectText` and `reachable` know what to do with it. */
export class WrittenObject extends PDFObject {
  readonly text: string;
  /** What the text leads to. */
  readonly refs: readonly PDFRef[];

  constructor(text: string, refs: readonly PDFRef[]) {
    super();
    this.text = text;
    this.refs = refs;
  }

  override toString(): string {
    return this.text;
  }
}
