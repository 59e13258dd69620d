/** What a picture file is, and whether the editions can show it. */
import { imageSize } from 'image-size';
import { origin } from '../model/place.ts';
import { type SvgFault, svgFault } from '../read/svg.ts';
import { pictureType } from './picture-type.ts';

/** In bytes: a drawing beyond it takes every reader's program seconds to show. */
const mostSvgBytes = 5_000_000;

/** What keeps a picture out of the editions; undefined where nothing does. Of pixels only the start is looked at. */
export function pictureFault(name: string, bytes: Uint8Array): SvgFault | undefined {
  const broken = (detail: string): SvgFault => ({ rule: 'broken-image', detail, at: origin });
  const type = pictureType(name);
  if (bytes.byteLength === 0) return broken('it is empty');
  if (type === 'image/svg+xml') {
    if (bytes.byteLength > mostSvgBytes) return broken('it is larger than 5 MB');
    const text = utf8(bytes);
    return text === undefined ? broken('it is not UTF-8') : svgFault(text);
  }
  const kind = sizeOf(bytes).type;
  if (kind === undefined) return broken('it holds no picture');
  const found = pictureType(`picture.${kind}`);
  return found === type ? undefined : broken(`it holds a picture of the kind ${kind}`);
}

/** Width and height in CSS pixels and the kind of picture, as far as the file says. */
export function sizeOf(bytes: Uint8Array): {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly type: string | undefined;
} {
  try {
    const { width, height, type } = imageSize(bytes);
    return { width, height, type };
  } catch {
    // A picture whose size cannot be read is shown at the size that the reader's program finds.
    return { width: undefined, height: undefined, type: undefined };
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
