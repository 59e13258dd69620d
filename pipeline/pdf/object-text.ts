/** Objects as they stand in a file (ISO 32000-1, 7.3), with no space that is not needed. */
import { PDFArray, PDFDict, type PDFObject } from '@cantoo/pdf-lib';

/** An object that is no stream, one character a byte. */
export function objectText(object: PDFObject): string {
  if (object instanceof PDFDict) {
    let text = '';
    for (const [key, value] of object.entries()) text += joined(key.toString(), objectText(value));
    return `<<${text}>>`;
  }
  if (object instanceof PDFArray) {
    const items = object.asArray().map(objectText);
    return `[${items.length === 0 ? '' : items.reduce(joined)}]`;
  }
  return object.toString();
}

/** Two objects with a space between them where they would run together (7.2.2). */
function joined(one: string, other: string): string {
  return isDelimiter(one.charCodeAt(one.length - 1)) || isDelimiter(other.charCodeAt(0))
    ? one + other
    : `${one} ${other}`;
}

const delimiters = new Uint8Array(256);
for (const sign of '()<>[]/') delimiters[sign.charCodeAt(0)] = 1;

function isDelimiter(code: number): boolean {
  return delimiters[code] === 1;
}
