/** The cover's words as outlines, so that it looks the same in every reading system and needs no font. */
import type { Font } from 'fontkit';
import type { FontFile } from '../../model/edition.ts';

/** The picture's size in pixels: 2 to 3, as most stores ask for. */
const width = 1600;
const height = 2400;
const margin = 160;

/** One line of the cover. `d` is its outline; where no font has its characters, `text` stands for it. */
export interface CoverLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly d: string;
  readonly text: string;
  readonly accent: boolean;
}

export interface Cover {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly CoverLine[];
}

/** What the cover says; empty strings are left out. */
export interface CoverWords {
  /** Above: who publishes the plan. */
  readonly organization: string;
  readonly title: string;
  readonly subtitle: string;
  /** Below: date, status, handling, draft. */
  readonly facts: readonly string[];
  readonly rtl: boolean;
}

/** `family` is the face of titles. About 0.15 s of CPU, most of it for opening the fonts. */
export async function drawCover(
  words: CoverWords,
  fonts: readonly FontFile[],
  family: string,
): Promise<Cover> {
  const [regular, bold] = await Promise.all([open(fonts, family, 400), open(fonts, family, 600)]);
  const block = (text: string, faces: readonly Font[], size: number, accent: boolean) =>
    breakLines(text, faces, size).map((line) => ({ line, faces, size, accent }));
  const lower = [
    ...titleBlock(words.title, bold),
    ...block(words.subtitle, regular, 68, false),
    ...words.facts.flatMap((fact) => block(fact, regular, 50, false)),
  ];
  const upper = block(words.organization, regular, 56, false);
  const lines: CoverLine[] = [];
  let y = height - 200;
  for (const [index, one] of [...lower.entries()].reverse()) {
    lines.unshift(drawLine(one, y, words.rtl));
    const above = lower[index - 1];
    y -= one.size * 1.15 + (above && above.size !== one.size ? above.size * 0.35 : 0);
  }
  y = 260;
  for (const one of upper) {
    lines.push(drawLine(one, y, words.rtl));
    y += one.size * 1.25;
  }
  return { width, height, lines };
}

interface SetLine {
  readonly line: string;
  readonly faces: readonly Font[];
  readonly size: number;
  readonly accent: boolean;
}

/** The title in the largest size that needs no more than five lines; a very long one is cut. */
function titleBlock(title: string, faces: readonly Font[]): readonly SetLine[] {
  for (const size of [168, 140, 112, 88]) {
    const lines = breakLines(title, faces, size);
    if (lines.length <= 5) return lines.map((line) => ({ line, faces, size, accent: true }));
  }
  const lines = breakLines(title, faces, 72);
  const kept = lines.length > 12 ? [...lines.slice(0, 11), `${lines[11] ?? ''} …`] : lines;
  return kept.map((line) => ({ line, faces, size: 72, accent: true }));
}

/** The faces of a weight: the family's own, then the fall-backs for other scripts. */
async function open(
  fonts: readonly FontFile[],
  family: string,
  weight: number,
): Promise<readonly Font[]> {
  const { create } = await import('fontkit');
  return fonts
    .filter((font) => font.weight === weight && font.style === 'normal')
    .filter((font) => font.family === family || font.unicodeRange !== undefined)
    .flatMap((font) => {
      const face = create(Buffer.from(font.bytes));
      return 'layout' in face ? [face] : [];
    });
}

function breakLines(text: string, faces: readonly Font[], size: number): readonly string[] {
  const room = width - 2 * margin;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((one) => piecesOf(one, faces, size, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, faces, size) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is wider than the cover, in pieces that are not. */
function piecesOf(
  word: string,
  faces: readonly Font[],
  size: number,
  room: number,
): readonly string[] {
  if (measure(word, faces, size) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character, faces, size) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function measure(text: string, faces: readonly Font[], size: number): number {
  return runsOf(text, faces).reduce((sum, run) => sum + advance(run, size), 0);
}

/** Words of one direction, and the face that has all their characters. */
interface Run {
  readonly text: string;
  readonly rtl: boolean;
  readonly face: Font | undefined;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

function runsOf(text: string, faces: readonly Font[]): readonly Run[] {
  const runs: { text: string; rtl: boolean }[] = [];
  for (const piece of text.split(/(?<=\s)/u)) {
    const rtl = rightToLeft.test(piece);
    const last = runs.at(-1);
    if (last && last.rtl === rtl) last.text += piece;
    else runs.push({ text: piece, rtl });
  }
  return runs.map((run) => ({ ...run, face: faces.find((face) => hasAll(face, run.text)) }));
}

function hasAll(face: Font, text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return character === ' ' || face.hasGlyphForCodePoint(code);
  });
}

function shape(run: Run, face: Font) {
  return face.layout(run.text, undefined, undefined, undefined, run.rtl ? 'rtl' : 'ltr');
}

function advance(run: Run, size: number): number {
  return run.face === undefined
    ? run.text.length * size * 0.9
    : (shape(run, run.face).advanceWidth * size) / run.face.unitsPerEm;
}

function drawLine({ line, faces, size, accent }: SetLine, y: number, rtl: boolean): CoverLine {
  const runs = runsOf(line, faces);
  const total = runs.reduce((sum, run) => sum + advance(run, size), 0);
  const x = rtl ? width - margin - total : margin;
  const rest = { x: round(x), y: round(y), size, accent };
  if (runs.some((run) => run.face === undefined)) return { ...rest, d: '', text: line };
  let pen = 0;
  let d = '';
  for (const run of rtl ? [...runs].reverse() : runs) {
    d += outline(run, pen, size);
    pen += advance(run, size);
  }
  return { ...rest, d, text: '' };
}

const letters = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/** SVG path data: fonts count upwards, pictures downwards. */
function outline(run: Run, start: number, size: number): string {
  if (run.face === undefined) return '';
  const scale = size / run.face.unitsPerEm;
  const { glyphs, positions } = shape(run, run.face);
  let pen = 0;
  let d = '';
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index];
    const x = start + (pen + (position?.xOffset ?? 0)) * scale;
    const y = -(position?.yOffset ?? 0) * scale;
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, at) =>
        round(at % 2 === 0 ? x + value * scale : y - value * scale),
      );
      d += letters[command] + points.join(' ');
    }
    pen += position?.xAdvance ?? 0;
  }
  return d;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
