/** The part of a file's metadata (XMP, ISO 16684-1) that PDF/UA-1 asks for. */

import { visit } from 'unist-util-visit';
import { fromXml } from 'xast-util-from-xml';

export interface Xmp {
  /** The part of PDF/UA that the file claims to keep. */
  readonly part: string | undefined;
  readonly title: string | undefined;
}

const pdfua = 'http://www.aiim.org/pdfua/ns/id/';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** Reads a packet; undefined where it is no XML. A property may be an element or an attribute (7.9.2.2). */
export function readXmp(bytes: Uint8Array): Xmp | undefined {
  try {
    const root = fromXml(Buffer.from(bytes).toString('utf8'));
    const names = new Map<string, string>();
    const found = new Map<string, string>();
    visit(root, 'element', (node) => {
      for (const [name, value] of Object.entries(node.attributes)) {
        if (name.startsWith('xmlns:')) names.set(name.slice(6), value ?? '');
      }
      const full = (name: string) =>
        name.replace(/^[^:]*:/u, (prefix) => names.get(prefix.slice(0, -1)) ?? '');
      for (const [name, value] of Object.entries(node.attributes))
        found.set(full(name), value ?? '');
      let text = '';
      visit(node, 'text', ({ value }) => {
        text += value;
      });
      if (!found.has(full(node.name))) found.set(full(node.name), text.trim());
    });
    return { part: found.get(`${pdfua}part`), title: found.get(`${dublinCore}title`) };
  } catch {
    return undefined;
  }
}
