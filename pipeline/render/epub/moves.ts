/** Whether a picture moves. A book that holds such a picture cannot say that nothing in it flashes. */
import type { Asset } from '../../model/resolved.ts';

/** An animated GIF or PNG, or a drawing that animates itself. */
export function moves({ mediaType, bytes }: Asset): boolean {
  switch (mediaType) {
    case 'image/gif':
      return gifFrames(bytes) > 1;
    case 'image/png':
      return firstPngChunks(bytes).includes('acTL');
    case 'image/svg+xml':
      return /<(?:\w+:)?(?:animate\w*|set)\b|@keyframes/iu.test(new TextDecoder().decode(bytes));
    default:
      return false;
  }
}

/** GIF89a: blocks follow the header and the global colour table; each image begins with 0x2C. */
function gifFrames(bytes: Uint8Array): number {
  const tableSize = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableSize(bytes[10] ?? 0);
  let frames = 0;
  while (at < bytes.length && frames < 2) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      frames += 1;
      at += 11 + tableSize(bytes[at + 9] ?? 0);
    } else if (kind === 0x21) at += 2;
    else break;
    // Sub-blocks: a length each, and one of length 0 at the end.
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  }
  return frames;
}

/** The kinds of the chunks before the picture's data (PNG, 5.3): an animation is announced among them. */
function firstPngChunks(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kinds: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kind === 'IDAT') break;
    kinds.push(kind);
  }
  return kinds;
}
