/** The values that all editions share, for what style sheets cannot say. */
import type { Styles } from '../model/edition.ts';

/** The values of `styles/tokens.css`, by name without the dashes: `accent`, `font-text`. Light ones; of several rules the last counts, as a theme's. */
export function readTokens(styles: Styles): Readonly<Record<string, string>> {
  const sheet = (styles.get('tokens.css') ?? '').replace(
    /@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gsu,
    '',
  );
  const light = [...sheet.matchAll(/:root\s*\{(.*?)\}/gsu)].map(([, rule]) => rule).join('\n');
  const pairs = [...light.matchAll(/--([\w-]+):\s*([^;]+);/gu)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** The family that a font token names first: `"Source Serif 4", Georgia, serif` is Source Serif 4. */
export function familyOf(tokens: Readonly<Record<string, string>>, name: string): string {
  return (tokens[name] ?? '').split(',')[0]?.replace(/["']/gu, '').trim() ?? '';
}
