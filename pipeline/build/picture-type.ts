/** What counts as a picture, by its name. */
import path from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
};

/** The media type of a picture; undefined for what is no picture. */
export function pictureType(name: string): string | undefined {
  return mediaTypes[path.extname(name).toLowerCase()];
}
