/** Pieces of the book that builds of a plan printed, kept from one to the next. */
import * as z from 'zod';
import type { KeptPieces } from '../../model/edition.ts';
import { hashOf, sha256Of } from '../../model/hash.ts';
import type { Cache } from './cache.ts';

/** In bytes: a book of a thousand pages has some 30 MB. What is beyond is printed each time. */
const mostBytes = 400_000_000;

/** First a line of JSON that says what follows: each piece by its key, with the length of its bytes and its seal. */
const headerSchema = z.object({
  inputs: z.string(),
  pieces: z.array(z.tuple([z.string(), z.number().int().nonnegative(), z.string()])),
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
 * The cache vouches for the file, and tells where it is not what it kept: then all are printed anew. Each piece is sealed
 * with its key besides, so that none is taken for another.
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
  const listed = fitting.map(([key, bytes]) => [key, bytes.length, sealOf(key, bytes)]);
  const header = Buffer.from(`${JSON.stringify({ inputs, pieces: listed })}\n`);
  return Buffer.concat([header, ...fitting.map(([, bytes]) => bytes)]);
}

/** The pieces that are what was kept by their keys; undefined where the bytes are no such file. */
function unpackAll(bytes: Buffer): Kept | undefined {
  const end = bytes.indexOf('\n');
  const header = headerOf(bytes.toString('utf8', 0, end));
  if (!header) return undefined;
  const pieces = new Map<string, Uint8Array>();
  let at = end + 1;
  for (const [key, length, seal] of header.pieces) {
    const piece = bytes.subarray(at, at + length);
    at += length;
    if (sealOf(key, piece) === seal) pieces.set(key, piece);
  }
  return { inputs: header.inputs, pieces };
}

function headerOf(line: string): z.infer<typeof headerSchema> | undefined {
  try {
    return headerSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function sealOf(key: string, bytes: Uint8Array): string {
  return hashOf(key, sha256Of(bytes));
}
