/** What a reader, a search and a screen reader find in a PDF, so that two of them can be compared. */
import { openPdf } from './opened-pdf.ts';
import { poppler } from './poppler.ts';

/** What is in a PDF, but for the numbers of its objects, which no reader sees. */
export async function contentOf(pdf: Uint8Array) {
  const { elements, outline, labels, destinations, links } = await openPdf(pdf);
  const structure = await poppler('pdfinfo', pdf, ['-struct-text']);
  return {
    outline,
    labels,
    links,
    destinations: [...destinations].sort(),
    places: (await poppler('pdfinfo', pdf, ['-dests'])).split('\n').sort(),
    tags: elements.map(({ type, lang, alt }) => [type, lang, alt]),
    text: (await poppler('pdftotext', pdf, ['-raw'])).replace(/\s+/gu, ' '),
    // Where the space of a wrapped line stands depends on which of two fonts has one.
    read: structure.replace(/Object \d+ \d+|id\d+|[\da-f]+:\d+|[\s"]/gu, ''),
  };
}
