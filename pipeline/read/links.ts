/** Finds where each link and image leads, and keeps it in the node's data (model/link.ts). */

import type GithubSlugger from 'github-slugger';
import type { DraftPlan, DraftSection } from '../model/draft.ts';
import type { LinkTarget, NodeAddress } from '../model/link.ts';
import { nearest } from '../model/nearest.ts';
import type { PlanSources } from '../model/sources.ts';
import {
  type Address,
  type Aim,
  type Anchor,
  anchorsOf,
  type Linked,
  pointAll,
  slugger,
} from './link-text.ts';
import type { OwnFile } from './own-file.ts';

type LinkedPlan = Pick<DraftPlan, 'body' | 'definitions' | 'source' | 'matter' | 'title' | 'goals'>;

interface Known {
  readonly sources: Pick<PlanSources, 'folder' | 'others'>;
  /** Path of a Markdown file to what stands in it first. */
  readonly files: Map<string, NodeAddress>;
  /** `path#slug` and `#id` to what they name. */
  readonly anchors: Map<string, LinkTarget>;
  readonly used: Set<string>;
  readonly slugs: Map<string, GithubSlugger>;
}

/** The links of a plan. */
export interface PlanLinks {
  /** The paths of the files that they lead to. */
  readonly used: ReadonlySet<string>;
  /** Where addresses lead that stand in the file of a path. */
  readonly from: (path: string) => Aim;
}

/**
 * Resolves every link of the plan. Sections in `own` files are told where their addresses lead, and their texts are
 * left alone until somebody asks for them.
 */
export function resolveLinks(
  plan: LinkedPlan,
  { folder, others }: PlanSources,
  own: ReadonlyMap<DraftSection, OwnFile>,
): PlanLinks {
  const known: Known = {
    sources: { folder, others },
    files: new Map(),
    anchors: new Map(),
    used: new Set(),
    slugs: new Map(),
  };
  const nodes = nodesOf(plan).map(({ node, address }) => ({
    node,
    address,
    file: 'type' in node && node.type === 'section' ? own.get(node) : undefined,
  }));
  for (const { node, address, file } of nodes) {
    register(node, address, file?.links.anchors ?? anchorsOf(node, slugsOf(node, known)), known);
  }
  const from =
    (path: string): Aim =>
    (url, type) =>
      ledTo(url, type, path, known);
  for (const { node, file } of nodes) {
    const aim = from(node.source.path);
    if (file === undefined) pointAll(node, aim);
    else file.aim(aim);
  }
  return { used: new Set(known.used), from };
}

function nodesOf(plan: LinkedPlan): readonly { node: Linked; address: NodeAddress }[] {
  return [
    { node: plan, address: {} },
    ...plan.goals.flatMap((goal, index) => [
      { node: goal, address: { goal: index } },
      ...goal.sections.map((section, at) => ({
        node: section,
        address: { goal: index, section: at },
      })),
    ]),
  ];
}

function slugsOf({ source: { path } }: Linked, { slugs }: Known): GithubSlugger {
  const own = slugs.get(path) ?? slugger();
  slugs.set(path, own);
  return own;
}

function register(
  { source: { path } }: Linked,
  address: NodeAddress,
  own: readonly Anchor[],
  { files, anchors }: Known,
): void {
  if (!files.has(path)) files.set(path, address);
  for (const one of own)
    if (!anchors.has(one[0])) anchors.set(one[0], targetOfAnchor(one, address));
}

function targetOfAnchor([, kind, name = '']: Anchor, address: NodeAddress): LinkTarget {
  if (kind === 'node') return { kind, address };
  return kind === 'part' ? { kind, address, heading: name } : { kind, address, slug: name };
}

/** Where an address leads; no picture is taken from the web. */
function ledTo(url: string, type: Address['type'], path: string, known: Known): LinkTarget {
  const target = targetOf(url, path, known);
  const isRemote = type === 'image' && target.kind === 'external';
  return isRemote ? { kind: 'broken', reason: 'remote-image' } : target;
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

function within(file: string, { folder }: Known['sources']): boolean {
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
