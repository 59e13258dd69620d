/** Plain text as Markdown's tree: paragraphs in which addresses are links and nothing else is markup. */
import type { Paragraph, PhrasingContent } from 'mdast';

/** An address in running text, without the punctuation that ends the sentence around it. */
const address = /https?:\/\/[^\s<>[\]|\\^`{}]*[^\s<>[\]|\\^`{}.,;:!?()"'“”’]/gu;

/** A paragraph of plain text. */
export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: phrasing(text) };
}

/** Plain text with its addresses as links, whose text is the address itself. */
export function phrasing(text: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    if (index > from) pieces.push({ type: 'text', value: text.slice(from, index) });
    pieces.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = index + url.length;
  }
  if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) });
  return pieces;
}
