/** Themes: tokens alone, for all editions. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withTheme } from '../../pipeline/build/theme.ts';
import { readTokens } from '../../pipeline/render/tokens.ts';
import { editionContext } from '../support/edition-context.ts';

const { styles } = await editionContext();
const themes = readdirSync('styles/themes').map((name) => name.replace('.css', ''));

describe.for(themes)('%s', (theme) => {
  test('states tokens and nothing else', () => {
    const text = readFileSync(`styles/themes/${theme}.css`, 'utf8');
    const rules = [...text.matchAll(/([^{}]*)\{/gu)].map(([, head = '']) =>
      head.replace(/\/\*[\s\S]*?\*\/|[^;]*;/gu, '').trim(),
    );
    const allowed = [':root', '@media screen', '@media screen and (prefers-color-scheme: dark)'];
    expect(rules.filter((rule) => !allowed.includes(rule))).toEqual([]);
    const names = [...text.matchAll(/^\s*([\w-]+):/gmu)].map(([, name = '']) => name);
    const known = Object.keys(readTokens(styles)).map((name) => `--${name}`);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('gives other tokens, in light as editions read them', () => {
    const tokens = readTokens(withTheme(styles, theme));
    expect(tokens['accent']).not.toBe(readTokens(styles)['accent']);
    expect(tokens['space-4']).toBe('16px');
    expect(styles.get(`themes/${theme}.css`)).toContain(`--accent: ${tokens['accent']}`);
  });
});

test('without a theme the tokens are as they stand', () => {
  expect(withTheme(styles, undefined)).toBe(styles);
});

test('a theme that is not there says which there are', () => {
  expect(() => withTheme(styles, 'jurnal')).toThrow('There is no theme "jurnal".');
  expect(() => withTheme(styles, 'jurnal')).toThrow(
    expect.objectContaining({
      help: expect.stringContaining('Did you mean journal? The themes are bureau, journal'),
    }),
  );
});
