/** The running text of each file, walked once for all rules that look at it. */
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Table,
} from 'mdast';
import type { Block, DraftPlan, SourceText } from '../model/draft.ts';
import { walk } from '../model/walk.ts';
import type { DraftNode } from './names.ts';

/** Blocks that stand together: the body of a plan or goal, a section's intro, or one part. */
export interface BlockGroup {
  readonly owner: DraftNode;
  /** The depth of the heading above the blocks. */
  readonly depth: number;
  readonly blocks: readonly Block[];
}

/** What the text of one file holds, each list in document order. */
export interface WrittenFile {
  readonly source: SourceText;
  readonly groups: readonly BlockGroup[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly linkReferences: readonly LinkReference[];
  readonly images: readonly Image[];
  readonly imageReferences: readonly ImageReference[];
  readonly definitions: readonly Definition[];
  readonly footnoteReferences: readonly FootnoteReference[];
  readonly footnoteDefinitions: readonly FootnoteDefinition[];
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
}

/** What stands in each file of the plan, or in those of them that are wanted, in document order. */
export function filesOf(
  draft: DraftPlan,
  wanted?: ReadonlySet<string>,
): readonly (readonly DraftNode[])[] {
  const files = new Map<string, DraftNode[]>();
  for (const node of nodesOf(draft)) {
    const { path } = node.source;
    if (wanted !== undefined && !wanted.has(path)) continue;
    const file = files.get(path) ?? [];
    files.set(path, file);
    file.push(node);
  }
  return [...files.values()];
}

/** The text of a file, which these stand in. */
export function writtenFile(nodes: readonly DraftNode[], draft: DraftPlan): WrittenFile {
  const file = collector(nodes[0]?.source ?? draft.source);
  for (const node of nodes) {
    for (const group of groupsOf(node, draft)) {
      file.groups.push(group);
      for (const block of group.blocks) collect(block, file);
    }
    for (const block of node.definitions.content) collect(block, file);
  }
  return file;
}

/** The plan, its goals and their sections, in document order. */
export function nodesOf(draft: DraftPlan): readonly DraftNode[] {
  return [draft, ...draft.goals.flatMap((goal) => [goal, ...goal.sections])];
}

/** An empty file, or one that could not be read, has its own finding: what it lacks need not be told as well. */
export function hasText(node: DraftNode): boolean {
  return node.source.text.trim() !== '';
}

/** In a plan that is one file the goals' titles are h2 and the sections' h3; else every file starts with h1. */
export function titleDepth(node: DraftNode, planPath: string): number {
  if (node.type === 'plan' || node.source.path !== planPath) return 1;
  return node.type === 'goal' ? 2 : 3;
}

function groupsOf(node: DraftNode, draft: DraftPlan): readonly BlockGroup[] {
  const depth = titleDepth(node, draft.source.path);
  if (node.type !== 'section') return [{ owner: node, depth, blocks: node.body }];
  return [
    { owner: node, depth, blocks: node.intro },
    ...node.parts.map((part) => ({ owner: node, depth: part.depth, blocks: part.content })),
  ];
}

type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};
type Collector = Mutable<WrittenFile> & { readonly seen: Set<Nodes> };

function collector(source: SourceText): Collector {
  return {
    source,
    seen: new Set(),
    groups: [],
    headings: [],
    links: [],
    linkReferences: [],
    images: [],
    imageReferences: [],
    definitions: [],
    footnoteReferences: [],
    footnoteDefinitions: [],
    tables: [],
    html: [],
  };
}

/** Definitions are shared by all that stands in a file, so each block is taken once. */
function collect(block: Block, file: Collector): void {
  if (file.seen.has(block)) return;
  file.seen.add(block);
  walk(block, (node) => {
    switch (node.type) {
      case 'heading':
        file.headings.push(node);
        break;
      case 'link':
        file.links.push(node);
        break;
      case 'linkReference':
        file.linkReferences.push(node);
        break;
      case 'image':
        file.images.push(node);
        break;
      case 'imageReference':
        file.imageReferences.push(node);
        break;
      case 'definition':
        file.definitions.push(node);
        break;
      case 'footnoteReference':
        file.footnoteReferences.push(node);
        break;
      case 'footnoteDefinition':
        file.footnoteDefinitions.push(node);
        break;
      case 'table':
        file.tables.push(node);
        break;
      case 'html':
        file.html.push(node);
        break;
      default:
    }
  });
}
