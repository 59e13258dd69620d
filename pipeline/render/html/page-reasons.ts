/** Why pages are made again, told page by page. */
import type { Known } from '../../model/known.ts';
import { numberedTitle, type PageNode } from './entries.ts';
import type { PageKey, SharedKey } from './page-keys.ts';

/** A page as far as its reason goes. */
export interface ReasonedPage {
  readonly path: string;
  readonly key: PageKey;
  /** What it is about; undefined for lists. */
  readonly node: PageNode | undefined;
}

/** What the last build made pages from. */
interface Before {
  readonly shared: SharedKey;
  readonly pages: Readonly<Record<string, readonly string[]>>;
}

/** So many pages of one reason are named. */
const mostNamed = 3;

/**
 * Keeps what the pages are made from, and gives a line for each reason why some of them, `made`, were made again; none
 * where nothing is known of the pages before.
 */
export function pageReasons(
  shared: SharedKey,
  pages: readonly ReasonedPage[],
  made: ReadonlySet<string>,
  known: Known,
): readonly string[] {
  const now: Before = {
    shared,
    pages: Object.fromEntries(pages.map(({ path, key }) => [path, short(key)])),
  };
  const before = known.last('pages', now);
  // All are new, or made with other templates: that is why the step runs.
  if (before === undefined) return [];
  const byReason = new Map<string, string[]>();
  for (const page of pages) {
    if (!made.has(page.path)) continue;
    const reason = reasonOf(page, now, before);
    byReason.set(reason, [...(byReason.get(reason) ?? []), page.path]);
  }
  return [...byReason].map(([reason, paths]) => `${listed(paths)}, since ${reason}`);
}

/** Enough of each hash to tell that it differs. */
function short({ own, below, printed }: PageKey): readonly string[] {
  return [own, below, printed].map((hash) => hash.slice(0, 10));
}

function reasonOf({ path, node }: ReasonedPage, now: Before, before: Before): string {
  const was = before.pages[path];
  if (was === undefined) return 'nothing was made there before';
  if (before.shared.plan !== now.shared.plan) {
    return 'a title, number, address or picture, or the text of the plan itself, changed';
  }
  if (before.shared.files !== now.shared.files) return 'pages load other files';
  if (before.shared.frame !== now.shared.frame) return 'our own words, version or lists changed';
  const [own, below, printed] = now.pages[path] ?? [];
  if (was[0] !== own) return `the text of ${node === undefined ? 'it' : nameOf(node)} changed`;
  if (was[1] !== below) return 'other texts that are shown there changed';
  if (was[2] !== printed) return 'the pages of the print that are cited there changed';
  return 'what stands there is not as it was left';
}

function nameOf(node: PageNode): string {
  return `${node.type} "${numberedTitle(node)}"`;
}

function listed(paths: readonly string[]): string {
  const named = paths.slice(0, mostNamed).join(', ');
  const more = paths.length - mostNamed;
  return more > 0
    ? `pages ${named} and ${more} more`
    : `page${paths.length > 1 ? 's' : ''} ${named}`;
}
