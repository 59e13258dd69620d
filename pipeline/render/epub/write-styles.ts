/** The book's one style sheet: the fonts it carries and `styles/epub/book.css`, with the shared tokens written out. */
import type { EditionContext, FontFile } from '../../model/edition.ts';
import { readTokens } from '../tokens.ts';

/** Many reading systems do not know custom properties, so each `var(--name)` is replaced by its value. */
export function writeStyles(
  fonts: readonly FontFile[],
  { styles, templates }: Pick<EditionContext, 'styles' | 'templates'>,
): string {
  const faces = fonts.map((font) => ({ ...font, unicodeRange: font.unicodeRange ?? '' }));
  const css = withValues(styles.get('epub/book.css') ?? '', readTokens(styles));
  return templates.render('epub/fonts.css', { fonts: faces }) + css;
}

/** A token's value may name other tokens; one that names itself, or that there is not, stays as it is. */
function withValues(
  css: string,
  tokens: Readonly<Record<string, string>>,
  within: readonly string[] = [],
): string {
  return css.replace(/var\(--([\w-]+)\)/gu, (whole, name: string) => {
    const value = tokens[name];
    if (value === undefined || within.includes(name)) return whole;
    return withValues(value, tokens, [...within, name]);
  });
}
