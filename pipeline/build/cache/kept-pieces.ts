/** Pieces of the book that builds of a plan printed, kept from one to the next. */
import * as z from 'zod';
import type { KeptPieces } from '../../model/edition.ts';
import type { Cache } from './cache.ts';

/** In bytes: a book of a thousand pages has some 30 MB. What is beyond is printed each time. */
const mostBytes = 400_000_000;

/** First a line of JSON that says what follows: each piece by its key, with the length of its bytes. */
const headerSchema = z.object({
  inputs: z.string(),
  pieces: z.array(z.tuple([z.string(), z.number().int().nonnegative()])),
});

/** Pieces that are kept where `keep` is called: those that were asked for, and so no more than one build needs. */
export interface PiecesOfBuild extends KeptPieces {
  keep(): void;
}

/** The name under which the pieces of a plan are kept. */
export function piecesName(name: string): string {
  return `${name}.pieces`;
}

/**
 * The pieces of a plan. `inputs` stands for what all are made by: our code and the browser; with others nothing is known.
 * The cache vouches for their bytes, and tells where they are not what it kept: then all are printed anew.
 */
export function keptPieces(cache: Cache, name: string, inputs: string): PiecesOfBuild {
  let before: ReadonlyMap<string, Uint8Array> | undefined;
  const now = new Map<string, Uint8Array>();
  const load = () => {
    const kept = cache.readPacked(piecesName(name), unpackAll);
    return kept?.inputs === inputs ? kept.pieces : new Map<string, Uint8Array>();
  };
  return {
    read(key) {
      const ours = now.get(key);
      if (ours) return ours;
      before ??= load();
      const kept = before.get(key);
      if (kept) now.set(key, kept);
      return kept;
    },
    write: (key, bytes) => void now.set(key, bytes),
    keep() {
      if (now.size === 0) return;
      if (before && now.size === before.size && [...now.keys()].every((key) => before?.has(key))) {
        return;
      }
      cache.writePacked(piecesName(name), { inputs, pieces: now }, packAll);
    },
  };
}

interface Kept {
  readonly inputs: string;
  readonly pieces: ReadonlyMap<string, Uint8Array>;
}

function packAll({ inputs, pieces }: Kept): Uint8Array {
  let size = 0;
  const fitting = [...pieces].filter(([, { length }]) => {
    size += length;
    return size <= mostBytes;
  });
  const lengths = fitting.map(([key, { length }]) => [key, length]);
  const header = Buffer.from(`${JSON.stringify({ inputs, pieces: lengths })}\n`);
  return Buffer.concat([header, ...fitting.map(([, bytes]) => bytes)]);
}

function unpackAll(bytes: Buffer): Kept {
  const end = bytes.indexOf('\n');
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  let at = end + 1;
  const pieces = header.pieces.map(([key, length]) => {
    at += length;
    return [key, bytes.subarray(at - length, at)] as const;
  });
  return { inputs: header.inputs, pieces: new Map(pieces) };
}
