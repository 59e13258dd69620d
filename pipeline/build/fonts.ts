/** The fonts that editions embed: read from the font packages, the same on every machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import type { FontFile } from '../model/edition.ts';
import { ToolError } from '../model/errors.ts';

/** Where a face comes from. All are static TrueType: Chromium writes variable and CFF fonts into a PDF as Type 3. */
interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** The package and the file in it. */
  readonly file: string;
  /** The name in an edition, without `fonts/` and ending. */
  readonly name: string;
  /** Where it serves some scripts only: the subset in its package's `unicode.json` that says which characters it serves. */
  readonly subset?: { readonly package: string; readonly name: string };
  readonly formulas?: true;
}

/** The styles of a family: weight, italic, the package's word for it. */
type Style = readonly [weight: number, style: 'normal' | 'italic', file: string, name: string];

const regular: Style = [400, 'normal', 'Regular', 'regular'];
const italic: Style = [400, 'italic', 'It', 'italic'];
const semibold: Style = [600, 'normal', 'Semibold', 'semibold'];
const semiboldItalic: Style = [600, 'italic', 'SemiboldIt', 'semibold-italic'];
const light: Style = [300, 'normal', 'Light', 'light'];

function source(family: string, prefix: string, styles: readonly Style[]): readonly Face[] {
  return styles.map(([weight, style, file, name]) => ({
    family,
    weight,
    style,
    file: `${prefix}-${file}.ttf.woff2`,
    name: `${family.toLowerCase().replaceAll(' ', '-')}-${name}`,
  }));
}

/** A family as Fontsource cuts it: one file a style and script. */
function cut(family: string, subset: string, styles: readonly Style[]): readonly Face[] {
  const name = family.toLowerCase().replaceAll(' ', '-');
  return styles.map(([weight, style, , styleName]) => ({
    family,
    weight,
    style,
    file: `@fontsource/${name}/files/${name}-${subset}-${weight}-${style}.woff2`,
    name: `${name}-${styleName}`,
    subset: { package: `@fontsource/${name}`, name: subset },
  }));
}

const serif: readonly Style[] = [regular, italic, semibold, semiboldItalic];
const sans: readonly Style[] = [light, ...serif];
const code: readonly Style[] = [regular, italic, semibold];

const otherScripts: readonly Face[] = [
  ...cut('Noto Naskh Arabic', 'arabic', [regular, semibold]),
  ...cut('Noto Serif Hebrew', 'hebrew', [regular, semibold]),
];

/** What sets formulas: the one face with the letters and the measures that MathML Core asks a font for. */
const mathematics: Face = {
  family: 'STIX Two Math',
  weight: 400,
  style: 'normal',
  file: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  name: 'stix-two-math-regular',
  formulas: true,
};

/** Every face of the editions. A bolder `font-weight` than 600 gets the semibold: nothing is smeared. */
const faces: readonly Face[] = [
  ...source('Source Serif 4', 'source-serif/WOFF2/TTF/SourceSerif4', serif),
  ...source('Source Sans 3', 'source-sans/WOFF2/TTF/SourceSans3', sans),
  ...source('Source Code Pro', 'source-code-pro/WOFF2/TTF/SourceCodePro', code),
  ...otherScripts,
  mathematics,
];

/** Every face of a site, cut by script. */
const siteFaces: readonly Face[] = [
  ...['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].flatMap((subset) =>
    [
      ...cut('Source Serif 4', subset, serif),
      ...cut('Source Sans 3', subset, sans),
      ...cut('Source Code Pro', subset, code),
    ].map((face) => ({ ...face, name: `${face.name}-${subset}` })),
  ),
  ...cut('Source Sans 3', 'greek-ext', sans).map((face) => ({
    ...face,
    name: `${face.name}-greek-ext`,
  })),
  ...otherScripts,
  mathematics,
];

/** A `unicode.json`: CSS unicode-range by subset. */
const unicodeRanges = z.record(z.string(), z.string());

/**
 * The fonts of all editions. Families: Source Serif 4 (text), Source Sans 3 (titles, labels), Source Code Pro (code),
 * for the scripts these lack Noto Naskh Arabic and Noto Serif Hebrew, which carry a unicode-range, and STIX Two Math
 * for formulas.
 * `packageRoot` is briefwright's own folder. Raises `ToolError` where a font package is not installed.
 */
export function loadFonts(packageRoot: string): Promise<readonly FontFile[]> {
  return loadFaces(faces, packageRoot);
}

/** The fonts of the web edition: the same families, each face in a file a script. Raises `ToolError` likewise. */
export function loadSiteFonts(packageRoot: string): Promise<readonly FontFile[]> {
  return loadFaces(siteFaces, packageRoot);
}

async function loadFaces(
  faces: readonly Face[],
  packageRoot: string,
): Promise<readonly FontFile[]> {
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  try {
    return await Promise.all(faces.map((face) => loadFace(face, resolve)));
  } catch (error) {
    throw new ToolError(
      'A font that the editions embed could not be read. The installation of briefwright is not complete.',
      'npm ci',
      { cause: error },
    );
  }
}

async function loadFace(face: Face, resolve: (request: string) => string): Promise<FontFile> {
  return {
    path: `fonts/${face.name}.woff2`,
    family: face.family,
    weight: face.weight,
    style: face.style,
    unicodeRange: face.subset && (await rangeOf(face.subset, resolve)),
    formulas: face.formulas ?? false,
    bytes: await readFile(resolve(face.file)),
  };
}

async function rangeOf(
  subset: { readonly package: string; readonly name: string },
  resolve: (request: string) => string,
): Promise<string> {
  const text = await readFile(resolve(`${subset.package}/unicode.json`), 'utf8');
  const range = unicodeRanges.parse(JSON.parse(text))[subset.name];
  if (range === undefined) throw new Error(`${subset.package} has no subset ${subset.name}`);
  return range;
}
