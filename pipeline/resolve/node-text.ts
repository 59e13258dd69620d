/** Turns the text of one goal or section into flows: block ids, paragraph numbers, heading levels, captions and notes. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as MdastRoot, Paragraph, PhrasingContent } from 'mdast';
import type { Block, Definitions } from '../model/draft.ts';
import type { Flow, Note } from '../model/resolved.ts';
import { type CaptionCounter, placeCaptions } from './captions.ts';
import { NoteCalls } from './notes.ts';
import { type Surroundings, type ToHast, toHastIn } from './to-hast.ts';

/** What all nodes of a plan share. */
export type PlanSurroundings = Omit<Surroundings, 'call' | 'headingId'> & {
  /** The anchor of a heading in the text of a plan, goal or section. */
  headingAnchor(owner: string, slug: string): string | undefined;
};

export class NodeText {
  readonly #anchor: string;
  readonly #definitions: readonly Block[];
  readonly #toHast: ToHast;
  readonly #captions: CaptionCounter;
  readonly #calls: NoteCalls;
  #paragraphs = 0;
  #blocks = 0;

  constructor(
    target: { anchor: string },
    definitions: Definitions,
    around: PlanSurroundings,
    captions: CaptionCounter,
  ) {
    this.#anchor = target.anchor;
    this.#definitions = definitions.content.filter((block) => block.type === 'definition');
    this.#captions = captions;
    this.#calls = new NoteCalls(target.anchor, definitions.content);
    this.#toHast = toHastIn({
      ...around,
      call: (identifier) => this.#calls.call(identifier),
      headingId: (slug) => around.headingAnchor(target.anchor, slug),
    });
  }

  /** Citable blocks. Headings in them move so that the highest is at `level`. */
  blocks(content: readonly Block[], level: number): Flow {
    const flow = this.#hast(content);
    placeCaptions(flow, this.#captions);
    flow.children = inBlocks(flow.children);
    moveHeadings(flow, level);
    for (const node of flow.children) if (node.type === 'element') this.#name(node);
    return flow;
  }

  /** Phrasing without a block around it. */
  phrasing(content: readonly PhrasingContent[]): Flow {
    if (content.length === 0) return { type: 'root', children: [] };
    const paragraph: Paragraph = { type: 'paragraph', children: [...content] };
    const first = this.#hast([paragraph]).children.find((node) => node.type === 'element');
    return { type: 'root', children: first?.children ?? [] };
  }

  /** Phrasing alone, or as the first paragraph of the blocks that follow it. */
  item(content: readonly PhrasingContent[], blocks: readonly Block[]): Flow {
    if (blocks.length === 0) return this.phrasing(content);
    const lead: Paragraph[] =
      content.length === 0 ? [] : [{ type: 'paragraph', children: [...content] }];
    return this.#hast([...lead, ...blocks]);
  }

  /** The notes called so far; to be asked for when everything else is turned. */
  notes(): Note[] {
    const notes: Note[] = [];
    for (const { anchor, number, calls, content } of this.#calls) {
      notes.push({ anchor, number, calls, flow: this.#hast(content) });
    }
    return notes;
  }

  #hast(content: readonly Block[]): Root {
    const root: MdastRoot = { type: 'root', children: [...content, ...this.#definitions] };
    return this.#toHast(root);
  }

  #name(node: Element): void {
    if (node.tagName === 'p') {
      this.#paragraphs += 1;
      node.properties = {
        id: `${this.#anchor}-p${this.#paragraphs}`,
        dataParagraph: String(this.#paragraphs),
        ...node.properties,
      };
      return;
    }
    this.#blocks += 1;
    node.properties = { id: `${this.#anchor}-b${this.#blocks}`, ...node.properties };
  }
}

const blockTags = /^(?:p|h[1-6]|ul|ol|dl|pre|blockquote|table|div|hr|figure)$/u;

/** Phrasing that stands between blocks, as it may in written HTML, put into paragraphs; white space is dropped. */
function inBlocks(content: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let open: ElementContent[] = [];
  const close = () => {
    const isBlank = open.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isBlank) blocks.push({ type: 'element', tagName: 'p', properties: {}, children: open });
    open = [];
  };
  for (const node of content) {
    if (node.type === 'doctype' || (node.type === 'element' && blockTags.test(node.tagName))) {
      close();
      blocks.push(node);
    } else open.push(node);
  }
  close();
  return blocks;
}

function moveHeadings(flow: Flow, level: number): void {
  const headings = flow.children.filter(
    (node): node is Element => node.type === 'element' && /^h[1-6]$/u.test(node.tagName),
  );
  const highest = Math.min(...headings.map((node) => Number(node.tagName.slice(1))));
  for (const node of headings) {
    const depth = Number(node.tagName.slice(1)) - highest + level;
    node.tagName = `h${Math.min(6, depth)}`;
  }
}
