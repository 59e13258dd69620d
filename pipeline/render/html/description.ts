/** What search results, previews of links and feeds show of a page. */
import { toText } from 'hast-util-to-text';
import type { PageNode } from './entries.ts';
import { excerptOf } from './excerpt.ts';

/** As much of a recommendation as search results show. */
const longest = 300;

/** One sentence or two: the plan's summary, a section's recommendation, or how a text begins. */
export function description(node: PageNode): string {
  if (node.type === 'plan' && node.summary !== undefined) return node.summary;
  const text = toText(node.type === 'section' ? excerptOf(node) : node.body);
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
}
