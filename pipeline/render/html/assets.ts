/** The files that a site's pages share, named by their content so that a server may keep them for ever. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import slugify from '@sindresorhus/slugify';
import type { Artifact, EditionContext } from '../../model/edition.ts';
import type { Asset } from '../../model/resolved.ts';
import { firstFonts, fontsFor } from './site-fonts.ts';

/** Where the shared files lie, as paths within the site. */
export interface SiteAssets {
  readonly artifacts: readonly Artifact[];
  readonly styleSheet: string;
  /** The fonts that every page starts with, to be fetched before the style sheet asks for them. */
  readonly firstFonts: readonly string[];
  /** The path of an image or other file of the plan, by the path that flows name it by. */
  path(assetPath: string): string;
}

/** What the pages of a site show. */
export interface SiteContent {
  /** At least every character on any page. */
  readonly text: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Asset>;
  /** The highest number that a note has on any page. */
  readonly notes: number;
}

/** Style sheet, the fonts that the text needs, and the files. */
export function siteAssets(content: SiteContent, context: EditionContext): SiteAssets {
  const fonts = fontsFor(content.text, context.siteFonts).map((font) => ({
    ...font,
    path: hashedPath(font.path, sha256(font.bytes)),
  }));
  const sheet = styleSheet(fonts, content.notes, context);
  const files = [...content.files.values()].map((asset) => ({
    asset,
    path: hashedPath(asset.path, asset.sha256),
  }));
  const paths = new Map(files.map(({ asset, path }) => [asset.path, path]));
  return {
    artifacts: [
      sheet,
      ...fonts.map(({ path, bytes }) => ({ path, bytes, mediaType: 'font/woff2' })),
      ...files.map(({ asset: { bytes, mediaType }, path }) => ({ path, bytes, mediaType })),
    ],
    styleSheet: sheet.path,
    firstFonts: firstFonts(content.title, fonts, context).map((font) => font.path),
    path: (assetPath) => paths.get(assetPath) ?? assetPath,
  };
}

/** The sheet of the site: font faces, the tokens, and every sheet of `styles/html/` by name. */
function styleSheet(
  fonts: readonly { readonly path: string }[],
  notes: number,
  { templates, styles }: EditionContext,
): Artifact {
  const faces = templates.render('html/font-faces', {
    fonts: fonts.map((font) => ({ ...font, url: path.posix.basename(font.path) })),
  });
  const sideNotes = notes === 0 ? '' : templates.render('html/side-notes', { count: notes });
  const sheets = [...styles.keys()].filter((name) => name.startsWith('html/')).sort();
  const own = ['tokens.css', ...sheets].map((name) => styles.get(name) ?? '');
  const text = [faces, ...own, sideNotes].join('\n');
  const bytes = new TextEncoder().encode(text);
  return { path: hashedPath('site.css', sha256(bytes)), bytes, mediaType: 'text/css' };
}

/** `images/Old map.png` → `assets/old-map-0a1b2c3d4e5f.png`. */
function hashedPath(name: string, hash: string): string {
  const ending = path.posix.extname(name);
  const stem = slugify(path.posix.basename(name, ending)) || 'file';
  return `assets/${stem}-${hash.slice(0, 12)}${ending.toLowerCase()}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
