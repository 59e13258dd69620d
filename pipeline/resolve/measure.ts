/** What is counted over all flows of a node: its anchors, and its words. */
import type { Nodes } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Captioned, Flow } from '../model/resolved.ts';
import { walkElements } from '../model/walk-elements.ts';
import type { Turned } from './turn.ts';

/** What the whole plan needs to know of a node's text. */
export interface Measured {
  /** Of all that stands in its flows, down to blocks and calls of notes. */
  readonly anchors: readonly string[];
  /** Of title, text and notes, by white space. */
  readonly words: number;
  readonly tables: readonly Captioned[];
  readonly figures: readonly Captioned[];
}

export function measure(turned: Turned): Measured {
  const { titleFlow, body, parts, notes, tables, figures } = turned;
  const flows = [
    titleFlow,
    body,
    ...parts.flatMap((part) => [part.flow, part.after]),
    ...parts.flatMap((part) => [...part.stakeholders, ...part.indicators]),
    ...notes.map((note) => note.flow),
  ];
  const anchors = [...notes.map((note) => note.anchor), ...flows.flatMap(idsIn)];
  const words = flows.reduce((sum, flow) => sum + (textOf(flow).match(/\S+/gu)?.length ?? 0), 0);
  return { anchors, words, tables, figures };
}

function idsIn(flow: Flow): readonly string[] {
  const ids: string[] = [];
  walkElements(flow, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

function textOf(node: Nodes): string {
  return node.type === 'root'
    ? node.children.map((child) => hastText(child)).join(' ')
    : hastText(node);
}
