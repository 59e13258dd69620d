/** Takes out of a PDF what nothing leads to. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Deletes every object that cannot be reached from the trailer. */
export function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const { Root, Info } = context.trailerInfo;
  const open: PDFObject[] = [Root, Info].flatMap((object) => object ?? []);
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFRef) {
      const target = reached.has(object) ? undefined : context.lookup(object);
      reached.add(object);
      if (target) open.push(target);
    } else if (object instanceof PDFArray) for (const item of object.asArray()) open.push(item);
    else if (object instanceof PDFDict) for (const value of object.values()) open.push(value);
    else if (object instanceof PDFStream) open.push(object.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref);
  }
}
