/** Names for the files and folders of imported goals and sections, safe on every system. */
import slugify from '@sindresorhus/slugify';
import type { NumberedName } from './outline-title.ts';

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** The longest name in signs, without ending; some systems stop at 143 bytes, and paths add up. */
const longest = 60;

/**
 * Such as `3.13-russia` for 3.13 and "Russia": ASCII letters in lower case, digits, dots and hyphens.
 * A name in a script that has no Latin spelling leaves only the number; without one, `fallback` is used.
 */
export function fileName({ sequence, title }: NumberedName, fallback: string): string {
  const number = (sequence ?? '').replace(/[^\dA-Za-z.]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  const words = slugify(title ?? '', { decamelize: false });
  const name = [number.toLowerCase(), shortened(words)].filter((piece) => piece !== '').join('-');
  if (name === '') return fallback;
  return reserved.test(name) ? `${fallback}-${name}` : name;
}

/** Cut at a hyphen, so that no word is cut. */
function shortened(words: string): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1);
  const hyphen = cut.lastIndexOf('-');
  return hyphen > longest / 2 ? cut.slice(0, hyphen) : words.slice(0, longest);
}
