/** Objects as they stand in a file (ISO 32000-1, 7.3), with no space that is not needed. */
import { PDFArray, PDFDict, type PDFObject } from '@cantoo/pdf-lib';

/** An object that is no stream, one character a byte. */
export function objectText(object: PDFObject): string {
  if (object instanceof PDFDict) {
    return `<<${joined(object.entries().flatMap(([key, value]) => [key.toString(), objectText(value)]))}>>`;
  }
  if (object instanceof PDFArray) return `[${joined(object.asArray().map(objectText))}]`;
  return object.toString();
}

/** Objects with a space between two that would run together (7.2.2). */
function joined(items: readonly string[]): string {
  let text = '';
  let open = true;
  for (const item of items) {
    text += open || isDelimiter(item.charCodeAt(0)) ? item : ` ${item}`;
    open = isDelimiter(item.charCodeAt(item.length - 1));
  }
  return text;
}

const delimiters = new Uint8Array(256);
for (const sign of '()<>[]/') delimiters[sign.charCodeAt(0)] = 1;

function isDelimiter(code: number): boolean {
  return delimiters[code] === 1;
}
