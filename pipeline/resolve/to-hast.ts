/** Markdown blocks to hast, with the flow's marks in place of addresses, calls and pictures. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Heading, Image, ImageReference, Link, LinkReference, Root as MdastRoot } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { VFile } from 'vfile';
import type { LinkTarget } from '../model/link.ts';
import type { Asset } from '../model/resolved.ts';
import { walk } from '../model/walk.ts';
import { withWrittenHtml } from './written-html.ts';

/** What turning needs to know of the plan around the blocks. */
export interface Surroundings {
  /** The anchor that a target inside the plan has; undefined where there is none. */
  anchorOf(target: LinkTarget): string | undefined;
  /** What a link to the target says where its author wrote nothing; undefined where it has no title. */
  titleOf(target: LinkTarget): string | undefined;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The anchor of a heading with this slug. */
  headingId(slug: string): string | undefined;
  /** Counts a call of the footnote with this identifier: the note's anchor and number, and the call's own id. */
  call(identifier: string): { anchor: string; number: number; id: string };
}

/** Turns blocks, with the definitions they refer to among them, into hast without positions. */
export type ToHast = (blocks: MdastRoot) => Root;

/** The plug-in is called as the function that it is: a node has a dozen flows, and a processor each would cost a tenth. */
export function toHastIn(around: Surroundings): ToHast {
  const own = handlers(around);
  const safe = remarkRehype({ handlers: own });
  const withHtml = remarkRehype({ handlers: own, allowDangerousHtml: true });
  return (blocks) => {
    // What Markdown makes is safe as it is; only written HTML has to be parsed and sanitised.
    const tree = hasHtml(blocks) ? withWrittenHtml(withHtml(blocks, noFile)) : safe(blocks, noFile);
    finish(tree);
    return tree;
  };
}

/** Which file it is from nobody asks. */
const noFile = new VFile();

function hasHtml(tree: MdastRoot): boolean {
  let found = false;
  walk(tree, ({ type }) => {
    if (type === 'html') found = true;
  });
  return found;
}

function finish(node: Root | RootContent): void {
  delete node.position;
  if (node.type === 'element') dropLooseAddresses(node);
  if (node.type === 'element' || node.type === 'root')
    for (const child of node.children) finish(child);
}

/** Written HTML has addresses that lead to no place of the plan: `page.html`, `#x`, `//host`. */
function dropLooseAddresses({ properties }: Element): void {
  for (const name of ['href', 'cite']) {
    const address = properties[name];
    if (address !== undefined && !/^(?:https?|mailto):/iu.test(String(address).trim())) {
      delete properties[name];
    }
  }
}

function handlers(around: Surroundings): NonNullable<Options['handlers']> {
  return {
    heading: (state, node: Heading) => {
      const id = node.data?.slug === undefined ? undefined : around.headingId(node.data.slug);
      return element(`h${node.depth}`, id === undefined ? {} : { id }, state.all(node));
    },
    link: (state, node: Link) => anchor(node.data?.target, state.all(node), node.title, around),
    linkReference: (state, node: LinkReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      return anchor(definition?.data?.target, state.all(node), definition?.title, around);
    },
    image: (_state, node: Image) => picture(node.data?.target, node.alt, node.title, around),
    imageReference: (state, node: ImageReference) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      return picture(definition?.data?.target, node.alt, definition?.title, around);
    },
    footnoteReference: (_state, node: { identifier: string }) => {
      const call = around.call(node.identifier);
      const link = element('a', { dataNote: call.anchor, id: call.id }, [
        { type: 'text', value: String(call.number) },
      ]);
      return element('sup', {}, [link]);
    },
  };
}

function anchor(
  target: LinkTarget | undefined,
  children: ElementContent[],
  title: string | null | undefined,
  around: Surroundings,
): Element | ElementContent[] {
  const named = title ? { title } : {};
  if (target?.kind === 'external') return element('a', { href: target.url, ...named }, children);
  const inside = target === undefined ? undefined : around.anchorOf(target);
  if (target !== undefined && inside !== undefined) {
    const title = children.every(isSpace) ? around.titleOf(target) : undefined;
    const text = title === undefined ? children : [{ type: 'text' as const, value: title }];
    return element('a', { dataTarget: inside, ...named }, text);
  }
  // A link to nowhere is an error finding; a draft build shows its text.
  return element('span', {}, children);
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function picture(
  target: LinkTarget | undefined,
  alt: string | null | undefined,
  title: string | null | undefined,
  around: Surroundings,
): Element {
  const asset = target?.kind === 'asset' ? around.assets.get(target.path) : undefined;
  if (asset === undefined) return element('span', {}, [{ type: 'text', value: alt ?? '' }]);
  return element('img', {
    dataAsset: asset.path,
    alt: alt ?? '',
    ...(title ? { title } : {}),
    ...(asset.width === undefined ? {} : { width: asset.width }),
    ...(asset.height === undefined ? {} : { height: asset.height }),
  });
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
