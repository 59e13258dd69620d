/** The pictures of a Word document as files beside the plan, named by what is in them. */
import { sha256Of } from '../../../model/hash.ts';
import type { ImportedAsset, ImportNote } from '../imported.ts';

type Mammoth = typeof import('mammoth');

/** Formats that browsers and readers show. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** Collects pictures in `assets`; a format that cannot be shown is told, and left out. */
export function convertPictures(
  mammoth: Mammoth,
  assets: ImportedAsset[],
  tell: (kind: ImportNote['kind'], message: string) => void,
) {
  return mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType];
    if (ending === undefined) {
      tell(
        'lost',
        `A picture of the type ${image.contentType} is left out; save it as PNG and put it in by hand.`,
      );
      return { src: '' };
    }
    const bytes = new Uint8Array(await image.readAsBuffer());
    const name = sha256Of(bytes).slice(0, 12);
    const path = `images/${name}.${ending}`;
    if (!assets.some((one) => one.path === path)) assets.push({ path, bytes });
    return { src: path };
  });
}
