/** Reads whatever can be imported, by what is in it. */
import { readKept } from '../../model/kept-markdown.ts';
import type { RawText } from '../../model/sources.ts';
import type { Imported } from './imported.ts';
import { openNoteBook } from './notes.ts';
import { importOutline } from './outline.ts';
import { importStratml, looksLikeXml } from './stratml/stratml.ts';
import { looksLikeArchive } from './word/looks-like-archive.ts';

/** Larger files are refused: nobody writes a plan of this size, and reading takes memory many times the file. */
export const mostBytes = 20_000_000;

/** What is known of a file beside its bytes. */
export interface Beside {
  /** Where it was taken from, for outline pages. */
  readonly url?: string | undefined;
  /** The text of the file beside a StratML file that keeps its Markdown. */
  readonly kept?: string | undefined;
}

/** Imports one file. */
export async function importAny(
  { path, bytes }: RawText,
  { url, kept }: Beside = {},
): Promise<Imported> {
  if (bytes.byteLength > mostBytes) return tooLarge(path, bytes.byteLength);
  if (looksLikeArchive(bytes)) {
    const { importWord } = await import('./word/word.ts');
    return importWord(path, bytes);
  }
  const text = decode(bytes);
  if (text === undefined) {
    return refuse(
      path,
      'The file is neither text in UTF-8 nor anything else that can be imported. Save it as UTF-8.',
    );
  }
  if (!looksLikeXml(text)) return importOutline({ path, text }, url);
  return importStratml({ path, text }, kept === undefined ? undefined : readKept(kept));
}

/** What is said of a file that is not even opened. `bytes` is its size. */
export function tooLarge(path: string, bytes: number): Imported {
  return refuse(
    path,
    `The file has ${Math.ceil(bytes / 1e6)} MB; more than ${mostBytes / 1e6} MB are not read. Split it.`,
  );
}

/** UTF-8; or UTF-16 where the file begins with its mark; or what an XML declaration names. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(start)?.[1] ?? 'utf-8';
}

function refuse(path: string, message: string): Imported {
  const { notes, tell } = openNoteBook({ path, text: '' });
  tell('lost', message, { start: 0, end: 0 });
  return { plan: undefined, notes };
}
