/** A printed piece as bytes, to be kept from build to build. */
import * as z from 'zod';
import type { PrintedPiece } from './print-pieces.ts';

const number = z.number().int().nonnegative();

/** What is said before the texts and the streams of a piece's objects. */
const headSchema = z.object({
  places: z.object({
    pageCount: number,
    pages: z.array(z.tuple([z.string(), number])),
    offsets: z.array(z.tuple([z.string(), z.number()])),
    turned: z.array(number),
  }),
  fragment: z
    .object({
      producer: z.string(),
      pages: z.array(number),
      tops: z.array(number),
      parents: z.array(z.tuple([number, z.union([number, z.array(number)])])),
      ids: z.array(z.tuple([z.string(), number])),
      destinations: z.array(z.tuple([z.string(), z.string()])),
      links: z.array(z.string()),
      /** How long the text of each object is, and how long its stream; -1 where it is none. */
      lengths: z.array(z.number().int().min(-1)),
    })
    .optional(),
});

/** The length of the head in four bytes, the head as JSON, the texts, the streams. */
export function encodePiece({ places, fragment }: PrintedPiece): Uint8Array {
  const { objects = [], ...rest } = fragment ?? {};
  const lengths = objects.flatMap(({ text, contents }) => [text.length, contents?.length ?? -1]);
  const written = {
    places: {
      pageCount: places.pageCount,
      pages: [...places.pages],
      offsets: [...places.offsets],
      turned: [...places.turned],
    },
    fragment: fragment && { ...rest, lengths },
  };
  const head = Buffer.from(JSON.stringify(written));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const texts = Buffer.from(objects.map(({ text }) => text).join(''), 'latin1');
  return Buffer.concat([length, head, texts, ...objects.flatMap(({ contents }) => contents ?? [])]);
}

/** The piece; undefined where the bytes are not one. */
export function decodePiece(bytes: Uint8Array | undefined): PrintedPiece | undefined {
  if (bytes === undefined || bytes.length < 4) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = 4 + buffer.readUInt32BE(0);
  const { data } = headSchema.safeParse(parsed(buffer.toString('utf8', 4, start)));
  if (!data) return undefined;
  const { places, fragment } = data;
  const shown = {
    pageCount: places.pageCount,
    pages: new Map(places.pages),
    offsets: new Map(places.offsets),
    turned: new Set(places.turned),
  };
  if (!fragment) return { places: shown, fragment: undefined };
  const { lengths, ...rest } = fragment;
  const sum = lengths.reduce((total, one) => total + Math.max(one, 0), 0);
  if (start + sum !== buffer.length || lengths.length % 2 === 1) return undefined;
  const textsEnd = lengths.reduce((end, one, at) => (at % 2 === 0 ? end + one : end), start);
  const texts = buffer.toString('latin1', start, textsEnd);
  let at = 0;
  let from = textsEnd;
  const objects = Array.from({ length: lengths.length / 2 }, (_, index) => {
    const [long = 0, size = -1] = lengths.slice(2 * index, 2 * index + 2);
    const text = texts.slice(at, at + long);
    at += long;
    if (size < 0) return { text };
    from += size;
    return { text, contents: buffer.subarray(from - size, from) };
  });
  return { places: shown, fragment: { ...rest, objects } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
