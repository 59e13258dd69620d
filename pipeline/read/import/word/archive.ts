/** Looks into a Word file before anything unpacks it: how large it is inside, and what of it cannot come along. */
import { strFromU8, unzipSync } from 'fflate';
import type { ImportNote } from '../imported.ts';

/** Nobody's report is larger when unpacked; an archive may hold a thousand times its size. */
const mostInside = 300_000_000;
const mostText = 60_000_000;

type Tell = (kind: ImportNote['kind'], message: string) => void;

/** What Word has and Markdown has not, by the element that says so. */
const lost: readonly (readonly [RegExp, string])[] = [
  [/<w:commentReference\b/gu, 'comment'],
  [/<w:del\b/gu, 'deletion that was tracked'],
  [/<m:oMath\b/gu, 'formula'],
  [/<w:txbxContent\b/gu, 'text box'],
  [/<c:chart\b/gu, 'chart'],
  [/<o:OLEObject\b/gu, 'embedded object'],
  [/<wps:wsp\b/gu, 'drawn shape'],
];

/** Whether it is a Word document that may be unpacked; notes say what will be missing, or why not. */
export function readArchive(bytes: Uint8Array, tell: Tell): boolean {
  const names: string[] = [];
  let inside = 0;
  let text = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        inside += originalSize;
        if (name === 'word/document.xml') text = originalSize;
        return false;
      },
    });
  } catch {
    tell('lost', 'The file is an archive that cannot be opened. Save it again as .docx.');
    return false;
  }
  if (!names.includes('word/document.xml')) {
    tell('lost', 'The file is an archive, but no Word document. Save the text as .docx.');
    return false;
  }
  if (inside > mostInside || text > mostText) {
    tell(
      'lost',
      `Unpacked the file has ${Math.ceil(inside / 1e6)} MB; more than ${mostInside / 1e6} MB, or ${mostText / 1e6} MB of text, are not read. Split it.`,
    );
    return false;
  }
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' });
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  if (/<!DOCTYPE/iu.test(document)) {
    tell(
      'lost',
      'The document declares a document type of its own, which no Word document does. It is not read.',
    );
    return false;
  }
  tellLost(document, names, tell);
  return true;
}

function tellLost(document: string, names: readonly string[], tell: Tell): void {
  for (const [sign, what] of lost) {
    const count = document.match(sign)?.length ?? 0;
    if (count > 0)
      tell('lost', `${count === 1 ? `One ${what} is` : `${count} ${what}s are`} left out.`);
  }
  const margins = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name)).length;
  if (margins > 0) {
    tell('lost', 'Headers and footers are left out; the editions make their own.');
  }
}
