/** The Markdown of a plan beside its StratML: which text each element was written from, and what the element said then. */
import { createHash } from 'node:crypto';
import * as z from 'zod';

/** An element as it is compared: StratML's names, text, and what is in it. */
export interface Comparable {
  readonly name: string;
  readonly attributes: Iterable<readonly [string, string]>;
  /** The text directly in it. */
  readonly text: string;
  readonly children: readonly Comparable[];
}

/** Elements with a file of their own: they are compared by themselves, not with what they are in. */
const ownFiles = new Set(['Goal', 'Objective']);

/** What an element says, as a hash: the same however the XML is laid out, with which prefix and in which order of attributes. */
export function hashOf(element: Comparable): string {
  const hash = createHash('sha256');
  const add = (one: Comparable, path: string): void => {
    const text = one.children.length === 0 ? one.text.replace(/\s+/gu, ' ').trim() : '';
    const attributes = [...one.attributes].filter(([, value]) => value !== '').sort();
    if (text !== '' || attributes.length > 0) hash.update(JSON.stringify([path, text, attributes]));
    for (const child of one.children) {
      if (!ownFiles.has(child.name)) add(child, `${path}/${child.name}`);
    }
  };
  add(element, element.name);
  return hash.digest('hex');
}

/** What a whole document says, goals and objectives included. */
export function hashOfAll(element: Comparable): string {
  const hash = createHash('sha256');
  const add = (one: Comparable): void => {
    if (one === element || ownFiles.has(one.name)) hash.update(hashOf(one));
    one.children.forEach(add);
  };
  add(element);
  return hash.digest('hex');
}

/** A file below a plan's folder: no way out of it, no hidden one. */
const safePath = /^(?:[^./\\][^/\\]*\/)?[^./\\][^/\\]*\.md$/u;

const schema = z.object({
  markdown: z.literal(1),
  /** From the id of a goal or section to the text of its file; `plan` is the plan's own file, `document` a whole plan in one. */
  texts: z.record(
    z.string(),
    z.object({ path: z.string().regex(safePath), sha256: z.string(), text: z.string() }),
  ),
});

/** What is kept of each element that has an id, and of the document. */
export type KeptMarkdown = z.infer<typeof schema>;

/** One file's text, and the hash of what the element said. */
export type KeptText = KeptMarkdown['texts'][string];

/** The file beside a StratML file: `nato2020.stratml.xml` has `nato2020.stratml.markdown.json`. */
export function keptName(stratml: string): string {
  return stratml.replace(/\.xml$/iu, '.markdown.json');
}

/** Reads such a file; undefined where it is none. */
export function readKept(text: string): KeptMarkdown | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
