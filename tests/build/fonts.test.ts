/** The embedded fonts: what they are made of, and what they can show. */
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { loadFonts, loadSiteFonts } from '../../pipeline/build/fonts.ts';
import { firstFonts, fontsFor } from '../../pipeline/render/html/site-fonts.ts';
import { coveredRanges, fontCoverage } from '../../scripts/font-coverage.ts';

const fonts = await loadFonts(process.cwd());
const covers = await fontCoverage(fonts);

test('the families and faces that style sheets may name', () => {
  expect(fonts.map((font) => `${font.family} ${font.weight} ${font.style}`)).toEqual([
    'Source Serif 4 400 normal',
    'Source Serif 4 400 italic',
    'Source Serif 4 600 normal',
    'Source Serif 4 600 italic',
    'Source Sans 3 300 normal',
    'Source Sans 3 400 normal',
    'Source Sans 3 400 italic',
    'Source Sans 3 600 normal',
    'Source Sans 3 600 italic',
    'Source Code Pro 400 normal',
    'Source Code Pro 400 italic',
    'Source Code Pro 600 normal',
    'Noto Naskh Arabic 400 normal',
    'Noto Naskh Arabic 600 normal',
    'Noto Serif Hebrew 400 normal',
    'Noto Serif Hebrew 600 normal',
    'STIX Two Math 400 normal',
  ]);
  expect(new Set(fonts.map((font) => font.path)).size).toBe(fonts.length);
});

test.each(fonts)('$path is WOFF2 with static TrueType outlines', (font) => {
  const bytes = Buffer.from(font.bytes);
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('wOF2');
  expect(bytes.readUInt32BE(4), 'flavour').toBe(0x00010000);
  const face = create(bytes);
  if (!('directory' in face)) throw new Error('a collection, not a font');
  const tables = Object.keys(Reflect.get(Object(face.directory), 'tables'));
  expect(tables).toContain('glyf');
  expect(tables).not.toContain('fvar');
  expect(tables).not.toContain('CFF ');
  expect(font.path).toMatch(/^fonts\/[a-z0-9-]+\.woff2$/u);
});

test.each([
  ['source-serif', 'LICENSE.md'],
  ['source-sans', 'LICENSE.md'],
  ['source-code-pro', 'LICENSE.md'],
  ['@fontsource/noto-naskh-arabic', 'LICENSE'],
  ['@fontsource/noto-serif-hebrew', 'LICENSE'],
  ['@fontsource/stix-two-math', 'LICENSE'],
])('%s is under the Open Font License', (name, file) => {
  expect(readFileSync(`node_modules/${name}/${file}`, 'utf8')).toMatch(/SIL OPEN FONT LICENSE/iu);
});

test('the fonts of a site are the same families, light, and each serves a script', async () => {
  const cuts = await loadSiteFonts(process.cwd());
  const names = (some: typeof fonts) =>
    new Set(some.map((font) => `${font.family} ${font.weight} ${font.style}`));
  expect(names(cuts)).toEqual(names(fonts));
  expect(new Set(cuts.map((font) => font.path)).size).toBe(cuts.length);
  expect(cuts.filter((font) => font.unicodeRange === undefined && !font.formulas)).toEqual([]);
  const latin = cuts.filter((font) => font.path.endsWith('-latin.woff2'));
  expect(Math.max(...latin.map((font) => font.bytes.length))).toBeLessThan(25_000);
});

test('a site takes along what its text needs, and fetches first what every page begins with', async () => {
  const cuts = await loadSiteFonts(process.cwd());
  const styles = new Map([['tokens.css', readFileSync('styles/tokens.css', 'utf8')]]);
  const chosen = fontsFor({ text: 'Heat kills', formulas: false }, cuts);
  expect(new Set(chosen.map((font) => font.path.replace(/^.*-/u, '')))).toEqual(
    new Set(['latin.woff2']),
  );
  expect(firstFonts('Heat kills', chosen, { styles }).map((font) => font.path)).toEqual([
    'fonts/source-serif-4-regular-latin.woff2',
    'fonts/source-sans-3-light-latin.woff2',
    'fonts/source-sans-3-regular-latin.woff2',
    'fonts/source-sans-3-semibold-latin.woff2',
  ]);
  expect(fontsFor({ text: 'Жара', formulas: false }, cuts).map((font) => font.path)).toContain(
    'fonts/source-serif-4-regular-cyrillic.woff2',
  );
});

test('the font of formulas knows their measures, goes along with one, and has letters for variables', async () => {
  const [face] = fonts.filter((font) => font.formulas);
  if (face === undefined) throw new Error('no font of formulas');
  const opened = create(Buffer.from(face.bytes));
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('a collection, not a font');
  expect(Object.keys(Reflect.get(Object(Reflect.get(opened, 'directory')), 'tables'))).toContain(
    'MATH',
  );
  const signs = '𝑥𝑇𝜎𝐀ℝ∑∫√∞≥−'.normalize('NFC');
  expect(
    [...signs].filter((sign) => !opened.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)),
  ).toEqual([]);
  const cuts = await loadSiteFonts(process.cwd());
  const formulasIn = (formulas: boolean) =>
    fontsFor({ text: 'x', formulas }, cuts).filter((font) => font.formulas);
  expect(formulasIn(false)).toEqual([]);
  expect(formulasIn(true).map((font) => font.path)).toEqual([face.path]);
});

test('only the fall-backs serve a range', () => {
  expect(fonts.filter((font) => font.unicodeRange).map((font) => font.family)).toEqual([
    'Noto Naskh Arabic',
    'Noto Naskh Arabic',
    'Noto Serif Hebrew',
    'Noto Serif Hebrew',
  ]);
});

test.each([
  [
    'English and typography',
    '“Resilience” – ‘x’ — … • § ¶ † ‡ ° × − ± ≤ ≥ ≠ ≈ → ← ↔ ✓ ✗ ☐ ☑ € £ ½ ² ₂ №',
  ],
  ['the languages of Europe', 'ÆØÅ ąęłńśźż čďěňřšťůž ğışç őű ȚȘăâî þð ŵŷ ħġċ əƏ'],
  ['Vietnamese', 'Nguyễn Thị Minh Khai, Đà Nẵng'],
  ['Greek and polytonic Greek', 'Ἑλληνική Δημοκρατία ἀρχή'],
  ['Cyrillic', 'Україна Ґ Є Ї Ђ Ќ Қазақстан Ө Һ'],
  ['Arabic, Persian and Urdu', 'الشركاء والمؤشرات، ٢٠٣٠ گچپژ کیے ٹڈ'],
  ['Hebrew with points', 'שָׁלוֹם עברית'],
  ['characters that need no glyph', 'a\u00adb\u200bc\u200dd\u200ee\u2060f\u2066g\ufe0f\n\t'],
])('the set covers %s', (_name, text) => {
  expect([...text].filter((character) => !covers(character.codePointAt(0) ?? 0))).toEqual([]);
});

test.each([
  ['Chinese', '中'],
  ['Devanagari', 'अ'],
  ['an emoji', '🎯'],
  ['a private character', '\ue000'],
])('the set does not cover %s', (_name, character) => {
  expect(covers(character.codePointAt(0) ?? 0)).toBe(false);
});

test('an incomplete installation says what to type', async () => {
  await expect(loadFonts('/nowhere')).rejects.toMatchObject({ name: 'ToolError', help: 'npm ci' });
});

test('the rule for characters without a glyph knows these fonts: npm run fonts:covered', async () => {
  const written = readFileSync('pipeline/check/covered-characters.json', 'utf8');
  expect(JSON.parse(written)).toEqual(await coveredRanges(fonts));
});
