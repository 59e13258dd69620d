/** What the text of a plan, goal or section is linked by, and the addresses that stand in it. */
import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { Definition, Heading, Image, Link, Nodes } from 'mdast';
import type { Block, DraftGoal, DraftPlan, DraftSection } from '../model/draft.ts';
import type { LinkTarget } from '../model/link.ts';
import { walk } from '../model/walk.ts';
import { wordsOf } from './words-of.ts';

/** What may be linked to, or link. */
export type Linked =
  | Pick<DraftPlan, 'body' | 'definitions' | 'source' | 'matter' | 'title' | 'goals'>
  | DraftGoal
  | DraftSection;

/** A link's name for a text as a whole, a part of it, or a heading in it: `path#slug` or `#id`. */
export type Anchor =
  | readonly [anchor: string, kind: 'node']
  | readonly [anchor: string, kind: 'part' | 'heading', name: string];

/** An address as it stands in a text. */
export interface Address {
  readonly url: string;
  readonly type: (Link | Image | Definition)['type'];
  /** Whether the editions show what it stands in. */
  readonly shown: boolean;
}

/** What the rest of the plan needs to know of a text for its links. */
export interface LinksOfText {
  readonly anchors: readonly Anchor[];
  /** Each address once. */
  readonly addresses: readonly Address[];
}

/** What gives the headings of a file their slugs, as GitHub does: a second one of a name gets `-1`. */
export function slugger(): GithubSlugger {
  return new GithubSlugger();
}

/** What a text is linked by, in the order in which names are given away. Its headings get their slugs. */
export function anchorsOf(node: Linked, slugs: GithubSlugger): readonly Anchor[] {
  const { path } = node.source;
  const { value } = node.matter;
  const title = node.title?.value ?? '';
  const sequence = 'sequence' in value ? value.sequence : undefined;
  const whole = [
    `${path}#${slugs.slug(title)}`,
    `${path}#${slugOf(`${sequence ?? ''}: ${title}`)}`,
    `${path}#${slugOf(`${sequence ?? ''} ${title}`)}`,
    ...(value.id === undefined ? [] : [`#${value.id}`]),
    ...(sequence === undefined
      ? []
      : [`#${sequence}`, `#${slugOf(`${sequence} ${title}`)}`, `#${sequence}-${slugOf(title)}`]),
  ];
  return [
    ...whole.map((anchor): Anchor => [anchor, 'node']),
    ...headingsOf(node).map((heading): Anchor => {
      if (typeof heading === 'string') return [`${path}#${slugs.slug(heading)}`, 'part', heading];
      const slug = slugs.slug(wordsOf(heading));
      heading.data = { ...heading.data, slug };
      return [`${path}#${slug}`, 'heading', slug];
    }),
  ];
}

/** The addresses of a section's text. */
export function addressesOf(section: DraftSection): readonly Address[] {
  const found = new Map<string, Address>();
  const add = (blocks: readonly Block[], shown: boolean) => {
    for (const block of blocks) {
      walk(block, (node) => {
        if (!leads(node)) return;
        const { url, type } = node;
        const key = JSON.stringify([url, type]);
        if (!found.get(key)?.shown) found.set(key, { url, type, shown });
      });
    }
  };
  add(section.intro, true);
  for (const part of section.parts) add(part.content, part.state === 'filled');
  add(section.definitions.content, true);
  return [...found.values()];
}

/** Tells where an address leads. */
export type Aim = (url: string, type: Address['type']) => LinkTarget;

/** Keeps in every link, image and definition of a text where it leads. */
export function pointAll(node: Linked, aim: Aim): void {
  for (const block of blocksOf(node)) {
    walk(block, (one) => {
      if (leads(one)) one.data = { ...one.data, target: aim(one.url, one.type) };
    });
  }
}

/** Whether a node leads somewhere by an address of its own. */
function leads(node: Nodes): node is Link | Image | Definition {
  return node.type === 'link' || node.type === 'definition' || node.type === 'image';
}

/** All blocks of a text, its definitions last. */
function blocksOf(node: Linked): readonly Block[] {
  const own =
    'body' in node ? node.body : [...node.intro, ...node.parts.flatMap((part) => part.content)];
  return [...own, ...node.definitions.content];
}

/** The slugs of the headings among these blocks. */
export function headingSlugs(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.data?.slug !== undefined ? [block.data.slug] : [],
  );
}

/** In the order they are written: the heading of a part, or one in the text. */
function headingsOf(node: Linked): readonly (string | Heading)[] {
  if ('body' in node) return headingsIn(node.body);
  return [
    ...headingsIn(node.intro),
    ...node.parts.flatMap((part) => [part.heading.value, ...headingsIn(part.content)]),
  ];
}

function headingsIn(blocks: readonly Block[]): readonly Heading[] {
  return blocks.filter((block) => block.type === 'heading');
}
