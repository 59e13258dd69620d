/** The files that a print may ask for: style sheets, fonts, and the plan's images. */
import type { EditionContext, PrintJob } from '../../model/edition.ts';
import type { Asset } from '../../model/resolved.ts';
import { usualSheet } from '../../model/sheet.ts';

type Files = PrintJob['files'];

/** Where a print finds an asset: by its content, so that no name of the author's can lead elsewhere. */
export function assetFile(asset: Asset | undefined): string {
  return asset === undefined ? '' : `assets/${asset.sha256.slice(0, 12)}`;
}

/**
 * The style sheets of the print, in the order they apply: the tokens of all editions, then `styles/pdf/` by name, then
 * what the sheet asks for.
 */
export function styleSheets(context: EditionContext): readonly string[] {
  const own = [...context.styles.keys()].filter((path) => /^pdf\/[^/]+$/u.test(path)).sort();
  const { size, sides, grey } = context.sheet ?? usualSheet;
  const asked = [
    `pdf/sizes/${size.toLowerCase()}.css`,
    `pdf/sides/${sides === 1 ? 'one' : 'two'}.css`,
    ...(grey ? ['pdf/inks/grey.css'] : []),
  ];
  return ['tokens.css', ...own, ...asked].map((path) => `styles/${path}`);
}

/** Everything that stays the same from print to print. */
export function fixedFiles(context: EditionContext, assets: Iterable<Asset>): Files {
  const styles = styleSheets(context).map((path) => {
    const text = context.styles.get(path.replace('styles/', '')) ?? '';
    return [path, cssFile(text)] as const;
  });
  const fonts = context.fonts.map(
    ({ path, bytes }) => [path, { bytes, mediaType: 'font/woff2' }] as const,
  );
  const images = [...assets].map(
    (asset) => [assetFile(asset), { bytes: asset.bytes, mediaType: asset.mediaType }] as const,
  );
  const faces = {
    fonts: context.fonts.map((font) => ({ ...font, unicodeRange: font.unicodeRange ?? '' })),
  };
  return new Map([
    ...styles,
    ...fonts,
    ...images,
    ['fonts.css', cssFile(context.templates.render('pdf/fonts.css', faces))] as const,
  ]);
}

/** A style sheet as a file. */
function cssFile(text: string) {
  return { bytes: new TextEncoder().encode(text), mediaType: 'text/css' };
}
