/** What belongs to a PDF: all that its trailer leads to. */
import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { WrittenObject } from './draft.ts';
import type { Objects } from './lookup.ts';

/** Every object that can be reached from some, in the order in which they are met, each with its number. */
export function* reachable(
  objects: Objects,
  from: readonly PDFRef[],
): Generator<readonly [PDFRef, PDFObject]> {
  const met = new Set<PDFRef>();
  const open: PDFObject[] = [...from].reverse();
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (met.has(object)) continue;
      met.add(object);
      const target = objects.lookup(object);
      if (!target) continue;
      yield [object, target];
      open.push(target);
    } else if (object instanceof PDFArray) for (const item of object.asArray()) open.push(item);
    else if (object instanceof PDFDict) for (const value of object.values()) open.push(value);
    else if (object instanceof PDFStream) open.push(object.dict);
    else if (object instanceof WrittenObject) for (const ref of object.refs) open.push(ref);
  }
}
