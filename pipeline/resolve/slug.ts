/** Names for pages and anchors: ASCII, from the number and the title, unique in their plan. */
import slugify from '@sindresorhus/slugify';
import { sha256Of } from '../model/hash.ts';

/** Longest slug, so that a path below `dist/` stays short on every system. */
const longest = 60;

/** Gives each thing a slug of its own; a second one of the same name gets `-2`. */
export class Slugs {
  readonly #taken = new Set(['index']);
  /** The last number given to a slug, so that thousands of one name are not counted from the start each time. */
  readonly #last = new Map<string, number>();

  /** The slug of a number and a title: `3-13-russia`. What has no letter to transliterate is named by its hash. */
  add(number: string | undefined, title: string): string {
    const plain = slugify(`${number ?? ''} ${title}`)
      .slice(0, longest)
      .replace(/-+$/u, '');
    const hash = sha256Of(title).slice(0, 8);
    const base = plain === '' ? hash : plain;
    let slug = base;
    let count = this.#last.get(base) ?? 1;
    while (this.#taken.has(slug)) {
      count += 1;
      slug = `${base}-${count}`;
    }
    this.#last.set(base, count);
    this.#taken.add(slug);
    return slug;
  }
}
