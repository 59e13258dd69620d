/** The list of relations beneath an indicator: `- Narrower than **Name**: what it is about {ref: _8dff}`. */
import type { List, ListItem, Paragraph } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block, IndicatorRelation } from '../model/draft.ts';
import { takeAttributes } from './attributes.ts';

/** How relations are written, by StratML's word; `related to` where no kind is given. */
export const relationWords = {
  Broader_Than: 'Broader than',
  Peer_To: 'Peer to',
  Narrower_Than: 'Narrower than',
} as const;

/** The word for a relation of no kind. */
export const plainRelation = 'Related to';

const opening = /^(broader than|peer to|narrower than|related to)(?=\s|:|$)/iu;

/** The relations in the lists among these blocks; in the blocks given back those lists are marked, without their ids. */
export function readRelations(blocks: readonly Block[]): {
  readonly relations: readonly IndicatorRelation[];
  readonly blocks: readonly Block[];
} {
  const relations: IndicatorRelation[] = [];
  const marked = blocks.map((block): Block => {
    const read = block.type === 'list' ? fromList(block) : undefined;
    if (read === undefined || block.type !== 'list') return block;
    relations.push(...read.map(({ relation }) => relation));
    const children = block.children.map((item, index): ListItem => {
      const paragraph = read[index]?.paragraph;
      return paragraph ? { ...item, children: [paragraph, ...item.children.slice(1)] } : item;
    });
    return {
      ...block,
      children,
      data: { ...block.data, hProperties: { dataRelations: '' } },
    };
  });
  return { relations, blocks: marked };
}

interface ReadItem {
  readonly relation: IndicatorRelation;
  /** The item's text without its attributes. */
  readonly paragraph: Paragraph;
}

/** Undefined where one of the items is no relation. */
function fromList(list: List): ReadItem[] | undefined {
  const read = list.children.map(fromItem);
  const found = read.flatMap((one) => (one === undefined ? [] : [one]));
  return !list.ordered && found.length === read.length ? found : undefined;
}

function fromItem(item: ListItem): ReadItem | undefined {
  const [paragraph, ...more] = item.children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) return undefined;
  const { content, attributes } = takeAttributes(paragraph.children, ['id', 'ref']);
  const [first, second, ...rest] = content;
  const word = first?.type === 'text' ? opening.exec(first.value)?.[1] : undefined;
  if (first?.type !== 'text' || word === undefined) return undefined;
  const after = first.value.slice(word.length);
  const named = second?.type === 'strong' && /^\s+$/u.test(after);
  if (!named && !/^:?\s*/u.test(after)) return undefined;
  const tail = named
    ? mdastText(rest)
    : `${after}${mdastText([...(second ? [second] : []), ...rest])}`;
  const id = attributes.get('id');
  const kind = kindOf(word);
  return {
    relation: {
      ...(kind === undefined ? {} : { kind }),
      name: named ? mdastText(second).trim() : '',
      description: tail.replace(/^:?\s*/u, '').trim(),
      ...(id === undefined ? {} : { id }),
      refs: (attributes.get('ref') ?? '').split(/\s+/u).filter(Boolean),
    },
    paragraph: { ...paragraph, children: [...content] },
  };
}

function kindOf(word: string): IndicatorRelation['kind'] {
  switch (word.toLowerCase()) {
    case 'broader than':
      return 'Broader_Than';
    case 'peer to':
      return 'Peer_To';
    case 'narrower than':
      return 'Narrower_Than';
    default:
      return undefined;
  }
}
