/** Where lines of running text may break, by its language: the browser itself knows no hyphenation patterns. */

import type { Nodes } from 'hast';
import createHyphenator, { type PatternsDefinition } from 'hyphen';

/** Puts soft hyphens (U+00AD) into a text, and makes spaces hold (U+00A0) at which its language breaks no line. */
export type Hyphenate = (text: string) => string;

/** Patterns by language, read only when a plan is written in it. The longest matching key wins: `en-us` before `en`. */
const patterns: Readonly<Record<string, () => Promise<{ default: PatternsDefinition }>>> = {
  bg: () => import('hyphen/patterns/bg.js'),
  ca: () => import('hyphen/patterns/ca.js'),
  cs: () => import('hyphen/patterns/cs.js'),
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  en: () => import('hyphen/patterns/en-gb.js'),
  'en-us': () => import('hyphen/patterns/en-us.js'),
  es: () => import('hyphen/patterns/es.js'),
  et: () => import('hyphen/patterns/et.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  ga: () => import('hyphen/patterns/ga.js'),
  hr: () => import('hyphen/patterns/hr.js'),
  hu: () => import('hyphen/patterns/hu.js'),
  it: () => import('hyphen/patterns/it.js'),
  lt: () => import('hyphen/patterns/lt.js'),
  lv: () => import('hyphen/patterns/lv.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  nn: () => import('hyphen/patterns/nn.js'),
  no: () => import('hyphen/patterns/nb.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  ro: () => import('hyphen/patterns/ro.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sk: () => import('hyphen/patterns/sk.js'),
  sl: () => import('hyphen/patterns/sl.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  tr: () => import('hyphen/patterns/tr.js'),
  uk: () => import('hyphen/patterns/uk.js'),
};

/** Words of six letters and more, all small: names and acronyms stay whole. */
const words = /(?<![\p{L}\p{M}\p{N}@/._-])\p{Ll}[\p{Ll}\p{M}]{5,}(?![\p{L}\p{M}\p{N}@/_])/gu;

/** German writes every noun with a capital. */
const germanWords = /(?<![\p{L}\p{M}\p{N}@/._-])\p{L}[\p{Ll}\p{M}]{5,}(?![\p{L}\p{M}\p{N}@/_])/gu;

/** The hyphenators of the languages, by the BCP 47 tag as given; a language without patterns is left out. */
export async function loadHyphenators(
  languages: Iterable<string>,
): Promise<ReadonlyMap<string, Hyphenate>> {
  const found = new Map<string, Hyphenate>();
  for (const tag of new Set(languages)) {
    const [language = '', ...rest] = tag.toLowerCase().split('-');
    const load = patterns[`${language}-${rest.at(-1) ?? ''}`] ?? patterns[language];
    if (!load) continue;
    const hyphenate = hyphenator((await load()).default, language === 'de' ? germanWords : words);
    found.set(tag, language === 'fr' ? (text) => holdSigns(hyphenate(text)) : hyphenate);
  }
  return found;
}

function hyphenator(definition: PatternsDefinition, pattern: RegExp): Hyphenate {
  const hyphenate = createHyphenator(definition);
  const known = new Map<string, string>();
  return (text) =>
    text.replace(pattern, (word) => {
      let parts = known.get(word);
      if (parts === undefined) {
        const result = hyphenate(word);
        parts = (typeof result === 'string' ? result : word).replace(shortEnd, '');
        known.set(word, parts);
      }
      return parts;
    });
}

/** French has a space before signs of two parts and inside its quotation marks; no line begins or ends with one of these. */
function holdSigns(text: string): string {
  return text.replace(/ (?=[!?;:»])|(?<=«) /gu, '\u00A0');
}

/** Three letters go on to the next line at least: patterns of some languages let two. */
const shortEnd = /\u00AD(?=[^\u00AD]{1,2}$)/u;

/** What is copied, compared or looked up by its letters: no soft hyphen in it. */
const exempt = new Set([
  'code',
  'kbd',
  'samp',
  'pre',
  'svg',
  'math',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/**
 * Puts soft hyphens into the running text below a node, in place. A `lang` in it changes the hyphenator, to none where
 * its language has no patterns; code and headings stay whole.
 */
export function hyphenateTree(
  node: Nodes,
  lang: string,
  hyphenators: ReadonlyMap<string, Hyphenate>,
): void {
  if (node.type === 'text') {
    node.value = hyphenators.get(lang)?.(node.value) ?? node.value;
    return;
  }
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element' && exempt.has(node.tagName)) return;
  const own = node.type === 'element' ? node.properties['lang'] : undefined;
  for (const child of node.children) {
    hyphenateTree(child, typeof own === 'string' ? own : lang, hyphenators);
  }
}
