/** How wide the glyphs of an embedded font are, and what they look like, for composite fonts whose codes are glyphs. */
import { PDFArray, type PDFDict } from '@cantoo/pdf-lib';
import type { PathCommand } from 'fontkit';
import {
  dictOf,
  entry,
  follow,
  itemsOf,
  numberOf,
  type Objects,
  streamOf,
  unpacked,
} from './lookup.ts';

/** Code to width, in thousandths of the font's size. */
export type GlyphWidths = ReadonlyMap<number, number>;

/** The widths that a composite font states (ISO 32000-1, 9.7.4.3): `W` of its descendant. */
export function readWidths(objects: Objects, font: PDFDict): GlyphWidths {
  const [descendant] = itemsOf(objects, entry(font, 'DescendantFonts'));
  const items = itemsOf(objects, entry(dictOf(objects, descendant), 'W'));
  const widths = new Map<number, number>();
  for (let at = 0; at < items.length; ) {
    const first = numberOf(objects, items[at]) ?? 0;
    const list = follow(objects, items[at + 1]);
    if (list instanceof PDFArray) {
      for (const [index, width] of list.asArray().entries()) {
        widths.set(first + index, numberOf(objects, width) ?? 0);
      }
      at += 2;
    } else {
      const last = Math.min(numberOf(objects, list) ?? 0, first + 0xffff);
      const width = numberOf(objects, items[at + 2]) ?? 0;
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

/** Code to the operators of a path, where an em is 1. */
export type GlyphOutlines = ReadonlyMap<number, string>;

/** The outlines of some glyphs of an embedded TrueType font; none where it has another kind of file. */
export async function readOutlines(
  objects: Objects,
  font: PDFDict,
  codes: Iterable<number>,
): Promise<GlyphOutlines> {
  const [descendant] = itemsOf(objects, entry(font, 'DescendantFonts'));
  const descriptor = dictOf(objects, entry(dictOf(objects, descendant), 'FontDescriptor'));
  const file = streamOf(objects, entry(descriptor, 'FontFile2'));
  if (!file) return new Map();
  const { create } = await import('fontkit');
  const face = create(Buffer.from(unpacked(objects, file)));
  if (!('unitsPerEm' in face)) return new Map();
  return new Map(
    [...codes].map((code) => {
      const { commands } = face.getGlyph(code).path;
      return [code, pathOf(commands, face.unitsPerEm)] as const;
    }),
  );
}

/** Path operators (ISO 32000-1, 8.5.2), with a fill at the end. */
function pathOf(commands: readonly PathCommand[], unitsPerEm: number): string {
  let [x, y] = [0, 0];
  const lines = commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    const from = [x, y] as const;
    [x, y] = [args.at(-2) ?? x, args.at(-1) ?? y];
    switch (command) {
      case 'moveTo':
        return [...scaled([a, b]), 'm'];
      case 'lineTo':
        return [...scaled([a, b]), 'l'];
      case 'bezierCurveTo':
        return [...scaled([a, b, c, d, e, f]), 'c'];
      case 'quadraticCurveTo':
        return [...scaled(cubic(from, [a, b], [c, d])), 'c'];
      default:
        return ['h'];
    }
  });
  return `${lines.map((line) => line.join(' ')).join(' ')} f`;

  function scaled(values: readonly number[]): readonly string[] {
    return values.map((value) => String(Math.round((value / unitsPerEm) * 1e5) / 1e5));
  }
}

type Point = readonly [number, number];

/** A quadratic curve as the cubic one that it is. */
function cubic([x, y]: Point, [cx, cy]: Point, [ex, ey]: Point): readonly number[] {
  const near = (from: number, to: number) => from + ((to - from) * 2) / 3;
  return [near(x, cx), near(y, cy), near(ex, cx), near(ey, cy), ex, ey];
}
