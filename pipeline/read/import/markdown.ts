/** Writes what was imported as Markdown sources, so that reading them gives the same words again. */
import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { Document, Scalar } from 'yaml';
import { needsBold } from '../stakeholders.ts';
import { opensWithSequence } from '../title.ts';
import type { ImportedNode, ImportedPlan, ImportedStakeholder } from './imported.ts';
import { phrasing } from './text.ts';

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    listItemIndent: 'one',
    rule: '-',
    // An e-mail autolink may start with any of these signs (CommonMark 0.31, 6.5); the writer minds letters only.
    unsafe: [{ character: '<', after: '[0-9!-/:-@[-`{-~]', inConstruct: 'phrasing' }],
  });

/** The text of a goal's or section's file. */
export function nodeMarkdown(node: ImportedNode): string {
  const title = isPlainTitle(node.title) ? undefined : node.title;
  return fileText({ title, id: node.id, sequence: node.sequence }, node);
}

/** The text of `plan.md`. */
export function planMarkdown(plan: ImportedPlan): string {
  const { organizations = [], ...matter } = plan.matter;
  const organization = organizations.length === 1 ? organizations[0] : organizations;
  return fileText(
    {
      title: plan.title,
      id: plan.id,
      ...matter,
      ...(organizations.length === 0 ? {} : { organization }),
    },
    plan,
  );
}

function fileText(matter: Readonly<Record<string, unknown>>, node: ImportedNode): string {
  const title = isPlainTitle(node.title) ? heading(1, node.title ?? '') : [];
  const root: Root = { type: 'root', children: [...title, ...node.intro] };
  for (const part of node.parts) {
    root.children.push(...heading(2, part.heading), ...part.blocks);
    if (part.stakeholders.length > 0) root.children.push(stakeholderList(part.stakeholders));
  }
  return frontMatter(matter) + writer.stringify(root);
}

/** Keys without a value are left out; a sequence is always quoted, so that 5.10 stays 5.10. */
function frontMatter(matter: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(matter).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const document = new Document({});
  for (const [key, value] of given) {
    const node = document.createNode(value);
    if (key === 'sequence' && node instanceof Scalar) node.type = Scalar.QUOTE_DOUBLE;
    document.set(key, node);
  }
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n`;
}

/** Whether a title as a heading is read as that title: "5: Forces" would be the number 5. Others go into the front matter. */
function isPlainTitle(title: string | undefined): boolean {
  return title === undefined || !opensWithSequence(title);
}

function heading(depth: 1 | 2, text: string): RootContent[] {
  const title = text.replace(/(?<!\s)\s*\n\s*/gu, ' ').trim();
  return [
    { type: 'heading', depth, children: title === '' ? [] : [{ type: 'text', value: title }] },
  ];
}

/** Stakeholders as `- Name (Organization; Performer): what they do`. */
export function stakeholderList(stakeholders: readonly ImportedStakeholder[]): List {
  return { type: 'list', spread: false, children: stakeholders.map(stakeholderItem) };
}

function stakeholderItem(stakeholder: ImportedStakeholder): ListItem {
  const { name, kind, roles, description, blocks } = stakeholder;
  const signs = [
    ...(kind === undefined ? [] : [kind === 'Generic_Group' ? 'Group' : kind]),
    ...(roles.length === 0 ? [] : [roles.join(', ')]),
  ];
  const sign = signs.length === 0 ? '' : ` (${signs.join('; ')})`;
  const text: PhrasingContent[] = [
    ...nameContent(name, needsBold(name), sign + (description === '' ? '' : ': ')),
    ...phrasing(description),
  ];
  return {
    type: 'listItem',
    spread: blocks.some((block) => block.type !== 'list'),
    children: [{ type: 'paragraph', children: text }, ...blocks.filter(isItemContent)],
  };
}

/** A name and what follows it; in bold where the name alone would be read as something else. */
export function nameContent(name: string, bold: boolean, after: string): PhrasingContent[] {
  const line = name.trim();
  if (!bold || line === '') return [{ type: 'text', value: (line + after).trimStart() }];
  const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: line }] };
  return after === '' ? [strong] : [strong, { type: 'text', value: after }];
}

type ItemContent = ListItem['children'][number];

/** What a list item may hold; the tree's own types keep phrasing and front matter out. */
function isItemContent(block: RootContent): block is ItemContent {
  return ['blockquote', 'code', 'heading', 'list', 'paragraph', 'table', 'thematicBreak'].includes(
    block.type,
  );
}
