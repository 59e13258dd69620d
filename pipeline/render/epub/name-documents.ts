/** Which document of the book holds what, and how the documents link to one another. */
import type { Labels } from '../../model/edition.ts';
import type { Asset, ResolvedPlan } from '../../model/resolved.ts';
import type { FlowLinks } from '../flow.ts';

/** The document with the index of stakeholders. */
export const indexName = 'index.xhtml';

/** File names that are taken: the library's own, the front matter's, the index's. */
const reserved = ['toc.xhtml', 'cover.xhtml', 'title-page.xhtml', 'imprint.xhtml', indexName];

/**
 * The document for each page of the site, by the page's path. A book has one flat folder, and some reading systems
 * ignore case: `2-water/2-1-sponge.html` becomes `2-1-sponge.xhtml`, with a count behind it where that is taken.
 */
export function nameDocuments(plan: ResolvedPlan): ReadonlyMap<string, string> {
  const taken = new Set(reserved);
  const names = new Map<string, string>();
  for (const { page, type } of nodesOf(plan)) {
    if (names.has(page)) continue;
    const stem = type === 'plan' ? 'plan' : stemOf(page) || type;
    let name = `${stem}.xhtml`;
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}.xhtml`;
    taken.add(name);
    names.set(page, name);
  }
  return names;
}

/** The plan, its goals and their sections, in reading order. */
export function nodesOf(plan: ResolvedPlan) {
  return [plan, ...plan.goals.flatMap((goal) => [goal, ...goal.sections])];
}

function stemOf(page: string): string {
  return page
    .replace(/(?:\/index)?\.html$/u, '')
    .replace(/^.*\//u, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '');
}

/** The address of the block with this anchor, as seen from the document `from`. */
export function addressOf(
  plan: ResolvedPlan,
  names: ReadonlyMap<string, string>,
  anchor: string,
  from?: string,
): string {
  const name = names.get(plan.pages.get(anchor) ?? '') ?? from ?? 'plan.xhtml';
  return name === from ? `#${anchor}` : `${name}#${anchor}`;
}

/** The links of a flow that stands in the document `from`. `used` takes the assets that the flow shows. */
export function linksFrom(
  from: string,
  plan: ResolvedPlan,
  names: ReadonlyMap<string, string>,
  used: Map<string, Asset>,
  labels: Labels,
): FlowLinks {
  return {
    labels,
    href: (anchor) => addressOf(plan, names, anchor, from),
    note: (anchor) => `#${anchor}`,
    src: (path) => {
      const asset = plan.assets.get(path);
      if (asset === undefined) return '';
      const name = assetName(asset);
      used.set(name, asset);
      return name;
    },
  };
}

/** EPUB 3.2 core media types for pictures (3.2, Core Media Types), with their usual ending. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

/** A name from the content, so that it is ASCII, unique, and the same in each build. */
export function assetName(asset: Asset): string {
  return `images/${asset.sha256.slice(0, 12)}.${endings[asset.mediaType] ?? 'bin'}`;
}
