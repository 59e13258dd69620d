/** The text of a plan or goal, divided at its headings: Vision, Mission, Values, Background, Stakeholders. */
import type { Element, RootContent } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { defaultContentModel, normalizeHeading, partNamed } from '../../model/content-model.ts';
import type { Flow } from '../../model/resolved.ts';

/** What a heading opens. */
export type Topic =
  | 'recommendation'
  | 'background'
  | 'stakeholders'
  | 'vision'
  | 'mission'
  | 'values';

/** Text under a heading; `topic` is undefined where the heading is none of those known. */
export interface Passage {
  readonly topic: Topic | undefined;
  readonly heading: Element | undefined;
  readonly nodes: readonly RootContent[];
}

const words: Readonly<Record<string, Topic>> = {
  vision: 'vision',
  visión: 'vision',
  mission: 'mission',
  misión: 'mission',
  auftrag: 'mission',
  values: 'values',
  value: 'values',
  valeurs: 'values',
  werte: 'values',
  valores: 'values',
};

/** The passages in their order; the first one, before any heading, has none. Headings below the second level divide nothing. */
export function underHeadings(flow: Flow): Passage[] {
  const passages: {
    topic: Topic | undefined;
    heading: Element | undefined;
    nodes: RootContent[];
  }[] = [{ topic: undefined, heading: undefined, nodes: [] }];
  for (const node of flow.children) {
    if (node.type === 'element' && node.tagName === 'h2') {
      passages.push({ topic: topicOf(hastText(node)), heading: node, nodes: [] });
    } else passages.at(-1)?.nodes.push(node);
  }
  return passages;
}

function topicOf(heading: string): Topic | undefined {
  const word = words[normalizeHeading(heading)];
  if (word !== undefined) return word;
  const id = partNamed(defaultContentModel, heading)?.id;
  return id === 'recommendation' || id === 'background' || id === 'stakeholders' ? id : undefined;
}
