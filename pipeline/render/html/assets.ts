/** The files that a site's pages share, named by their content so that a server may keep them for ever. */
import path from 'node:path';
import slugify from '@sindresorhus/slugify';
import type { Artifact, EditionContext } from '../../model/edition.ts';
import { sha256Of } from '../../model/hash.ts';
import type { Asset } from '../../model/resolved.ts';
import { firstFonts, fontsFor, type SetText } from './site-fonts.ts';

/** Where the shared files lie, as paths within the site. */
export interface SiteAssets {
  readonly artifacts: readonly Artifact[];
  readonly styleSheet: string;
  /** A sheet with the fonts alone, for pages opened from disk. */
  readonly waitingFonts: string;
  /** The script of all pages. */
  readonly script: string;
  /**
   * The script that holds what can be found; empty where there is nothing to search. Not named by its content: a
   * changed word would change its name on every page.
   */
  readonly searchIndex: string;
  /** The fonts that every page starts with, to be fetched before the style sheet asks for them. */
  readonly firstFonts: readonly string[];
  /** The path of an image or other file of the plan, by the path that flows name it by. */
  path(assetPath: string): string;
}

/** What the pages of a site show. */
export interface SiteContent extends SetText {
  readonly title: string;
  readonly files: ReadonlyMap<string, Asset>;
  /** The highest number that a note has on any page. */
  readonly notes: number;
  /** The script that `searchIndex` writes; undefined where there is nothing to search. */
  readonly searchIndex: string | undefined;
}

/** Style sheet, the fonts that the text needs, and the files. */
export function siteAssets(content: SiteContent, context: EditionContext): SiteAssets {
  const fonts = fontsFor(content, context.siteFonts).map((font) => ({
    ...font,
    path: hashedPath(font.path, sha256Of(font.bytes)),
  }));
  const sheet = styleSheet(fonts, content.notes, context);
  const waiting = textFile('fonts.css', 'text/css', faces(fonts, 'block', context));
  const site = textFile('site.js', 'text/javascript', context.scripts.get('site') ?? '');
  const index =
    content.searchIndex === undefined
      ? []
      : [{ ...textFile('', 'text/javascript', content.searchIndex), path: 'search.js' }];
  const files = [...content.files.values()].map((asset) => ({
    asset,
    path: hashedPath(asset.path, asset.sha256),
  }));
  const paths = new Map(files.map(({ asset, path }) => [asset.path, path]));
  return {
    artifacts: [
      sheet,
      waiting,
      site,
      ...index,
      ...fonts.map(({ path, bytes }) => ({ path, bytes, mediaType: 'font/woff2' })),
      ...files.map(({ asset: { bytes, mediaType }, path }) => ({ path, bytes, mediaType })),
    ],
    styleSheet: sheet.path,
    waitingFonts: waiting.path,
    script: site.path,
    searchIndex: index[0]?.path ?? '',
    firstFonts: firstFonts(content.title, fonts, context).map((font) => font.path),
    path: (assetPath) => paths.get(assetPath) ?? assetPath,
  };
}

/** The sheet of the site: font faces, the tokens, and every sheet of `styles/html/` by name. */
function styleSheet(
  fonts: readonly { readonly path: string }[],
  notes: number,
  context: EditionContext,
): Artifact {
  const { templates, styles } = context;
  const sideNotes = notes === 0 ? '' : templates.render('html/side-notes', { count: notes });
  const sheets = [...styles.keys()].filter((name) => name.startsWith('html/')).sort();
  const own = ['tokens.css', ...sheets].map((name) => styles.get(name) ?? '');
  const text = [faces(fonts, 'optional', context), ...own, sideNotes].join('\n');
  return textFile('site.css', 'text/css', text);
}

/** `display` is what text does while its font is under way (CSS Fonts 4, 11.4). */
function faces(
  fonts: readonly { readonly path: string }[],
  display: 'optional' | 'block',
  { templates }: EditionContext,
): string {
  return templates.render('html/font-faces', {
    display,
    fonts: fonts.map((font) => ({ ...font, url: path.posix.basename(font.path) })),
  });
}

function textFile(name: string, mediaType: string, text: string): Artifact {
  const bytes = new TextEncoder().encode(text);
  return { path: hashedPath(name, sha256Of(bytes)), bytes, mediaType };
}

/** `images/Old map.png` → `assets/old-map-0a1b2c3d4e5f.png`. */
function hashedPath(name: string, hash: string): string {
  const ending = path.posix.extname(name);
  const stem = slugify(path.posix.basename(name, ending)) || 'file';
  return `assets/${stem}-${hash.slice(0, 12)}${ending.toLowerCase()}`;
}
