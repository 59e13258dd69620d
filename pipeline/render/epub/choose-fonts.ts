/** Which of the embedded fonts a book needs: the faces that its text is set in, and no other. */
import type { Element, Root } from 'hast';
import type { FontFile } from '../../model/edition.ts';

/** A way of setting text, as `styles/epub/book.css` has it. */
interface Setting {
  readonly family: 'text' | 'sans' | 'code';
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The elements and classes that change the setting; the style sheet's counterpart. */
const changes: Readonly<Record<string, Partial<Setting>>> = {
  h1: { family: 'sans', bold: true },
  h2: { family: 'sans', bold: true },
  h3: { family: 'sans', bold: true },
  h4: { family: 'sans', bold: true },
  h5: { family: 'sans', bold: true },
  h6: { family: 'sans', bold: true },
  table: { family: 'sans' },
  figcaption: { family: 'sans' },
  caption: { family: 'sans' },
  dt: { family: 'sans', bold: true },
  th: { bold: true },
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  code: { family: 'code' },
  pre: { family: 'code' },
  kbd: { family: 'code' },
  samp: { family: 'code' },
};
const sansClasses = new Set([
  'label',
  'role',
  'organization',
  'subtitle',
  'date',
  'draft-mark',
  'paragraph-number',
]);

/** What a document is set in. */
export interface FontUse {
  readonly settings: readonly string[];
  /** Those that the text face may lack. */
  readonly characters: readonly string[];
  readonly formulas: boolean;
}

export function fontUseIn(tree: Root): FontUse {
  const settings = new Set<string>();
  const characters = new Set<string>();
  let formulas = false;
  const look = (node: Root | Element, setting: Setting): void => {
    for (const child of node.children) {
      if (child.type === 'element' && child.tagName === 'math') {
        formulas = true;
        continue;
      }
      if (child.type === 'element') look(child, settingOf(child, setting));
      if (child.type !== 'text' || !/\S/u.test(child.value)) continue;
      settings.add(key(setting.family, setting.bold, setting.italic));
      for (const [character] of child.value.matchAll(uncommon)) characters.add(character);
    }
  };
  look(tree, { family: 'text', bold: false, italic: false });
  return { settings: [...settings], characters: [...characters], formulas };
}

/** The faces that documents are set in, in the order of `fonts`. */
export function chooseFonts(
  uses: readonly FontUse[],
  fonts: readonly FontFile[],
  families: Readonly<Record<Setting['family'], string>>,
): readonly FontFile[] {
  const settings = new Set(uses.flatMap((use) => use.settings));
  const characters = new Set(uses.flatMap((use) => use.characters));
  const formulas = uses.some((use) => use.formulas);
  const sets = ({ family, weight, style }: FontFile) =>
    (['text', 'sans', 'code'] as const).some(
      (one) =>
        families[one] === family && settings.has(key(one, weight >= 600, style === 'italic')),
    );
  return fonts.filter((font) => {
    if (font.formulas) return formulas;
    return font.unicodeRange === undefined
      ? sets(font) && (font.weight === 400 || font.weight === 600)
      : serves(font.unicodeRange, characters);
  });
}

function settingOf(node: Element, setting: Setting): Setting {
  const className = node.properties['className'];
  const sans = Array.isArray(className) && className.some((name) => sansClasses.has(String(name)));
  return { ...setting, ...changes[node.tagName], ...(sans ? { family: 'sans' } : {}) };
}

function key(family: string, bold: boolean, italic: boolean): string {
  return `${family} ${bold} ${italic}`;
}

/** Latin letters and common signs are in the text face. */
const uncommon = /[^\0-\u{2ff}\u{2000}-\u{f000}]/gu;

/** CSS unicode-range without wildcards (CSS Fonts 4, 11.5). */
function serves(unicodeRange: string, characters: ReadonlySet<string>): boolean {
  const ranges = [...unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/giu)].map(
    ([, first = '', last = first]) =>
      [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
  );
  return [...characters].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => first <= code && code <= last);
  });
}
