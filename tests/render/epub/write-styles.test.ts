import { expect, test } from 'vitest';
import { writeStyles } from '../../../pipeline/render/epub/write-styles.ts';
import { createTemplates } from '../../../pipeline/render/templates.ts';
import { bookContext } from '../../support/book.ts';

const templates = createTemplates(new Map([['epub/fonts.css.liquid', '']]));

function css(tokens: string, book: string): string {
  const styles = new Map([
    ['tokens.css', tokens],
    ['epub/book.css', book],
  ]);
  return writeStyles([], { styles, templates });
}

test('tokens are written out, for reading systems that know no custom properties', () => {
  expect(css(':root { --ink: #111; }', 'p { color: var(--ink); }')).toBe('p { color: #111; }');
});

test('a token may name another', () => {
  const tokens = ':root { --a: "A", var(--b), serif; --b: "B"; }';
  expect(css(tokens, 'p { font-family: var(--a); }')).toBe('p { font-family: "A", "B", serif; }');
});

test('the light value counts, and a token that names itself ends', () => {
  const tokens = ':root { --a: var(--a); --b: 1; } @media dark { :root { --b: 2; } }';
  expect(css(tokens, 'x { y: var(--a) var(--b) }')).toBe('x { y: var(--a) 1 }');
});

test('nothing is left to fill in with our own styles', () => {
  expect(writeStyles([], bookContext('en'))).not.toContain('var(');
});
