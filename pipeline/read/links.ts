/** Finds where each link and image leads, and keeps it in the node's data (model/link.ts). */

import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import type { Block, DraftGoal, DraftPlan, DraftSection } from '../model/draft.ts';
import type { LinkTarget, NodeAddress } from '../model/link.ts';
import { nearest } from '../model/nearest.ts';
import type { PlanSources } from '../model/sources.ts';
import { walk } from '../model/walk.ts';
import { wordsOf } from './words-of.ts';

type Linked = Pick<DraftPlan, 'body' | 'definitions' | 'source' | 'matter' | 'title' | 'goals'>;

interface Known {
  readonly sources: PlanSources;
  /** Path of a Markdown file to what stands in it first. */
  readonly files: Map<string, NodeAddress>;
  /** `path#slug` and `#id` to what they name. */
  readonly anchors: Map<string, LinkTarget>;
  readonly used: Set<string>;
  /** What gives the headings of a file their slugs, as GitHub does: a second one of a name gets `-1`. */
  readonly slugs: Map<string, GithubSlugger>;
}

/** Resolves every link of the plan. Gives the paths of the files that it leads to. */
export function resolveLinks({
  plan,
  sources,
}: {
  plan: Linked;
  sources: PlanSources;
}): ReadonlySet<string> {
  const known: Known = {
    sources,
    files: new Map(),
    anchors: new Map(),
    used: new Set(),
    slugs: new Map(),
  };
  const holders = holdersOf(plan);
  for (const holder of holders) register(holder, known);
  for (const { path, blocks } of holders) {
    for (const block of blocks) walk(block, (node) => point(node, path, known));
  }
  return known.used;
}

interface Holder {
  readonly path: string;
  readonly address: NodeAddress;
  readonly id: string | undefined;
  readonly sequence: string | undefined;
  readonly title: string;
  /** In the order they are written: the heading of a part, or one in the text. */
  readonly headings: readonly (string | Heading)[];
  readonly blocks: readonly Block[];
}

function holdersOf(plan: Linked): Holder[] {
  return [
    holder(plan, {}, { headings: headingsIn(plan.body), blocks: plan.body }),
    ...plan.goals.flatMap((goal, index) => [
      holder(goal, { goal: index }, { headings: headingsIn(goal.body), blocks: goal.body }),
      ...goal.sections.map((section, at) =>
        holder(section, { goal: index, section: at }, textOf(section)),
      ),
    ]),
  ];
}

function textOf({ intro, parts }: DraftSection): Pick<Holder, 'headings' | 'blocks'> {
  return {
    headings: [
      ...headingsIn(intro),
      ...parts.flatMap((part) => [part.heading.value, ...headingsIn(part.content)]),
    ],
    blocks: [...intro, ...parts.flatMap((part) => part.content)],
  };
}

function headingsIn(blocks: readonly Block[]): Heading[] {
  return blocks.filter((block) => block.type === 'heading');
}

function holder(
  node: Linked | DraftGoal | DraftSection,
  address: NodeAddress,
  { headings, blocks }: Pick<Holder, 'headings' | 'blocks'>,
): Holder {
  const { value } = node.matter;
  return {
    path: node.source.path,
    address,
    id: value.id,
    sequence: 'sequence' in value ? value.sequence : undefined,
    title: node.title?.value ?? '',
    headings,
    blocks: [...blocks, ...node.definitions.content],
  };
}

function register(one: Holder, { files, anchors, slugs }: Known): void {
  const { path, address, sequence, title } = one;
  const whole: LinkTarget = { kind: 'node', address };
  if (!files.has(path)) files.set(path, address);
  const slugger = slugs.get(path) ?? new GithubSlugger();
  slugs.set(path, slugger);
  const add = (anchor: string, target: LinkTarget) => {
    if (!anchors.has(anchor)) anchors.set(anchor, target);
  };
  add(`${path}#${slugger.slug(title)}`, whole);
  for (const written of [`${sequence ?? ''}: ${title}`, `${sequence ?? ''} ${title}`]) {
    add(`${path}#${slugOf(written)}`, whole);
  }
  if (one.id !== undefined) add(`#${one.id}`, whole);
  if (sequence !== undefined) {
    add(`#${sequence}`, whole);
    add(`#${slugOf(`${sequence} ${title}`)}`, whole);
    add(`#${sequence}-${slugOf(title)}`, whole);
  }
  for (const heading of one.headings) {
    if (typeof heading === 'string') {
      add(`${path}#${slugger.slug(heading)}`, { kind: 'part', address, heading });
    } else {
      const slug = slugger.slug(wordsOf(heading));
      heading.data = { ...heading.data, slug };
      add(`${path}#${slug}`, { kind: 'heading', address, slug });
    }
  }
}

function point(node: Nodes, path: string, known: Known): void {
  if (node.type === 'link' || node.type === 'definition') {
    node.data = { ...node.data, target: targetOf(node.url, path, known) };
  } else if (node.type === 'image') {
    const target = targetOf(node.url, path, known);
    const remote: LinkTarget = { kind: 'broken', reason: 'remote-image' };
    node.data = { ...node.data, target: target.kind === 'external' ? remote : target };
  }
}

function targetOf(url: string, path: string, known: Known): LinkTarget {
  if (/^(?:https?|mailto):/iu.test(url)) return { kind: 'external', url };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url))
    return { kind: 'broken', reason: 'unsafe-scheme' };
  const [before = '', fragment] = url.split(/#(.*)/su);
  const file = before === '' ? path : join(path, decoded(before));
  if (file === undefined || !within(file, known.sources))
    return { kind: 'broken', reason: 'outside-plan' };
  if (fragment !== undefined && fragment !== '') return anchorAt(file, decoded(fragment), known);
  const address = known.files.get(file);
  if (address) return { kind: 'node', address };
  const asset = [...known.sources.others.keys()].find(
    (one) => one.normalize() === file.normalize(),
  );
  if (asset === undefined) return missing(file, known);
  known.used.add(asset);
  return { kind: 'asset', path: asset };
}

function anchorAt(file: string, fragment: string, { anchors, files }: Known): LinkTarget {
  const found = anchors.get(`${file}#${fragment}`) ?? anchors.get(`#${fragment}`);
  if (found) return found;
  const reason = files.has(file) ? 'no-such-anchor' : 'no-such-file';
  const names = [...anchors.keys()].map((one) => one.slice(one.indexOf('#') + 1));
  return broken(reason, nearest(fragment, names));
}

function missing(file: string, { sources, files }: Known): LinkTarget {
  const names = [...files.keys(), ...sources.others.keys()];
  const other = names.find((name) => name.toLowerCase() === file.toLowerCase());
  return other ? broken('case-differs', other) : broken('no-such-file', nearest(file, names));
}

function broken(
  reason: Extract<LinkTarget, { kind: 'broken' }>['reason'],
  suggestion: string | undefined,
): LinkTarget {
  return { kind: 'broken', reason, ...(suggestion === undefined ? {} : { suggestion }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function within(file: string, { folder }: PlanSources): boolean {
  return folder === '.' || file === folder || file.startsWith(`${folder}/`);
}

/** A path relative to the file that names it; undefined where it leaves the project. */
function join(from: string, to: string): string | undefined {
  const segments = to.startsWith('/') ? [''] : from.split('/').slice(0, -1);
  for (const segment of to.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
