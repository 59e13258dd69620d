/** What the codes of a font mean: its ToUnicode map (ISO 32000-1, 9.10.3), for fonts with codes of two bytes. */

/** Code to text; more than one letter for a ligature. */
export type GlyphTexts = ReadonlyMap<number, string>;

/** Reads a map. Ranges with one target count upwards; those with an array name each target. */
export function readToUnicode(cmap: Uint8Array): GlyphTexts {
  const text = Buffer.from(cmap).toString('latin1');
  const texts = new Map<number, string>();
  for (const [, section = ''] of text.matchAll(/beginbfchar(.*?)endbfchar/gsu)) {
    for (const [, code = '', target = ''] of section.matchAll(/<(\w+)>\s*<(\w*)>/gu)) {
      texts.set(Number.parseInt(code, 16), fromHex(target));
    }
  }
  for (const [, section = ''] of text.matchAll(/beginbfrange(.*?)endbfrange/gsu)) {
    for (const match of section.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w*)>|\[([^\]]*)\])/gu)) {
      const [, first = '', last = '', start, list = ''] = match;
      const from = Number.parseInt(first, 16);
      const to = Math.min(Number.parseInt(last, 16), from + 0xffff);
      const listed = [...list.matchAll(/<(\w*)>/gu)].map(([, target = '']) => fromHex(target));
      for (let code = from; code <= to; code += 1) {
        const target =
          start === undefined ? listed[code - from] : next(fromHex(start), code - from);
        if (target !== undefined) texts.set(code, target);
      }
    }
  }
  return texts;
}

/** A map as a stream's bytes: each code on a line of its own, a hundred to a section. */
export function writeToUnicode(texts: GlyphTexts): Uint8Array {
  const lines = [...texts]
    .sort(([one], [other]) => one - other)
    .map(([code, text]) => `<${hex(code)}> <${toHex(text)}>`);
  const sections: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100);
    sections.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return Buffer.from(`${head}\n${sections.join('\n')}\n${foot}\n`, 'latin1');
}

const head = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`;

const foot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

function next(text: string, by: number): string {
  const last = text.codePointAt(text.length - 1) ?? 0;
  return `${text.slice(0, -1)}${String.fromCharCode(last + by)}`;
}

function fromHex(digits: string): string {
  let text = '';
  for (let at = 0; at + 4 <= digits.length; at += 4) {
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 4), 16));
  }
  return text;
}

function toHex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
