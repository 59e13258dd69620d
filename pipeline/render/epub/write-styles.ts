/** The book's one style sheet: the fonts it carries and `styles/epub/book.css`, with the shared tokens written out. */
import type { EditionContext, FontFile, Styles } from '../../model/edition.ts';

/** The values of `styles/tokens.css`, by name without the dashes: `accent`, `font-text`. Light ones, as the first rule has them. */
export function readTokens(styles: Styles): Readonly<Record<string, string>> {
  const [, first = ''] = /:root\s*\{(.*?)\}/su.exec(styles.get('tokens.css') ?? '') ?? [];
  const pairs = [...first.matchAll(/--([\w-]+):\s*([^;]+);/gu)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** The family that a font token names first: `"Source Serif 4", Georgia, serif` is Source Serif 4. */
export function familyOf(tokens: Readonly<Record<string, string>>, name: string): string {
  return (tokens[name] ?? '').split(',')[0]?.replace(/["']/gu, '').trim() ?? '';
}

/** Many reading systems do not know custom properties, so each `var(--name)` is replaced by its value. */
export function writeStyles(
  fonts: readonly FontFile[],
  { styles, templates }: Pick<EditionContext, 'styles' | 'templates'>,
): string {
  const tokens = readTokens(styles);
  const css = (styles.get('epub/book.css') ?? '').replace(
    /var\(--([\w-]+)\)/gu,
    (whole, name: string) => tokens[name] ?? whole,
  );
  return (
    templates.render('epub/fonts.css', {
      fonts: fonts.map((font) => ({ ...font, unicodeRange: font.unicodeRange ?? '' })),
    }) + css
  );
}
