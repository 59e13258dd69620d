/** Reads whatever can be imported, by what is in it. */
import type { RawText } from '../../model/sources.ts';
import type { Imported } from './imported.ts';
import { openNoteBook } from './notes.ts';
import { importOutline } from './outline.ts';

/** Larger files are refused: nobody writes a plan of this size, and reading takes memory many times the file. */
const mostBytes = 20_000_000;

/** Imports one file. `url` is where it was taken from, for outline pages. */
export async function importAny({ path, bytes }: RawText, url?: string): Promise<Imported> {
  if (bytes.byteLength > mostBytes) {
    return refuse(
      path,
      `The file has ${Math.ceil(bytes.byteLength / 1e6)} MB; more than 20 MB are not read. Split it.`,
    );
  }
  const text = decode(bytes);
  if (text === undefined) {
    return refuse(
      path,
      'The file is neither text in UTF-8 nor anything else that can be imported. Save it as UTF-8.',
    );
  }
  return importOutline({ path, text }, url);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(path: string, message: string): Imported {
  const { notes, tell } = openNoteBook({ path, text: '' });
  tell('lost', message, { start: 0, end: 0 });
  return { plan: undefined, notes };
}
