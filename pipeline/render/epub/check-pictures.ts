/** The plan's pictures as every reading system shows them, and findings about those that some would not. */
import type { Finding } from '../../model/finding.ts';
import { startOf } from '../../model/place.ts';
import type { Asset } from '../../model/resolved.ts';
import { cleanSvg } from './clean-svg.ts';

/** Bytes of one picture from which phones and mail servers refuse a book. */
const heavy = 5_000_000;
/** Pixels that Apple Books allows (Asset Guide, "Interior images"): 5.6 million. */
const manyPixels = 5_600_000;

export interface CheckedPictures {
  /** Those that can be shown; where one is missing, its words stand. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly findings: readonly Finding[];
}

export function checkPictures(all: ReadonlyMap<string, Asset>): CheckedPictures {
  const assets = new Map<string, Asset>();
  const findings: Finding[] = [];
  for (const [path, asset] of all) {
    const shown = showable(asset);
    if (shown) assets.set(path, shown);
    else findings.push(unreadable(path));
    if (shown && isHeavy(shown)) findings.push(large(path, shown));
  }
  return { assets, findings };
}

function showable(asset: Asset): Asset | undefined {
  if (asset.mediaType === 'image/svg+xml') {
    const bytes = cleanSvg(asset.bytes);
    return bytes && { ...asset, bytes };
  }
  const mediaType = kindOf(asset.bytes);
  // What cannot be measured cannot be decoded either.
  return mediaType && asset.width !== undefined ? { ...asset, mediaType } : undefined;
}

/** The kind by the first bytes, whatever the file is called. */
function kindOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  return /^GIF8[79]a/u.test(head) ? 'image/gif' : undefined;
}

function isHeavy({ bytes, width = 0, height = 0, mediaType }: Asset): boolean {
  return bytes.byteLength > heavy || (mediaType !== 'image/svg+xml' && width * height > manyPixels);
}

function unreadable(path: string): Finding {
  return {
    severity: 'warning',
    rule: 'book/unreadable-picture',
    message: `The picture "${path}" cannot be read; in the book its words stand in its place.`,
    place: startOf(path),
    help: 'Save it again as PNG, JPEG, GIF or SVG. An SVG must be well-formed, in UTF-8, without entities of its own.',
    related: [],
  };
}

function large(path: string, { bytes, width = 0, height = 0 }: Asset): Finding {
  const size = `${(bytes.byteLength / 1e6).toFixed(1)} MB, ${width} × ${height} pixels`;
  return {
    severity: 'warning',
    rule: 'book/large-picture',
    message: `The picture "${path}" is too large for some stores and phones (${size}).`,
    place: startOf(path),
    help: 'Save it with at most 5 MB and 5.6 million pixels: 2000 × 1500 is sharp on every screen.',
    related: [],
  };
}
