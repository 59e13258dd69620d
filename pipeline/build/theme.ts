/** Themes: other values for the tokens, from `styles/themes/`, and nothing else. */

import type { Styles } from '../model/edition.ts';
import { UsageError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';

/** The style sheets with the theme's tokens after the shared ones. Raises `UsageError` where there is no such theme. */
export function withTheme(styles: Styles, theme: string | undefined): Styles {
  if (theme === undefined) return styles;
  const tokens = styles.get(`themes/${theme}.css`);
  if (tokens === undefined) throw noTheme(styles, theme);
  return new Map([...styles, ['tokens.css', `${styles.get('tokens.css') ?? ''}\n${tokens}`]]);
}

function noTheme(styles: Styles, theme: string): UsageError {
  const names = [...styles.keys()].flatMap((name) => /^themes\/(.+)\.css$/u.exec(name)?.[1] ?? []);
  const meant = nearest(theme, names);
  return new UsageError(
    `There is no theme "${theme}".`,
    `${meant ? `Did you mean ${meant}? ` : ''}The themes are ${names.join(', ')}, and files of your own in styles/themes/.`,
  );
}
