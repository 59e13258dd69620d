/** The blocks of a section, split at its part headings. */
import type { Heading, PhrasingContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import { type ContentModel, partNamed } from '../model/content-model.ts';
import type { Block, DraftPart, Fault, PartState } from '../model/draft.ts';
import { readIndicators } from './indicators.ts';
import { around } from './list-items.ts';
import { placeOf } from './markdown.ts';
import { readStakeholders } from './stakeholders.ts';
import { wordsOf } from './words-of.ts';

/** What a section's blocks are read with. */
export interface PartReading {
  readonly path: string;
  readonly model: ContentModel;
  /** The heading level of parts: 2 in a file of its own, 4 in a plan of one file. */
  readonly depth: number;
  note(fault: Fault): void;
}

/** A section's intro and parts, in the order they are written. */
export function readParts(blocks: readonly Block[], how: PartReading) {
  const opens = (block: Block): block is Heading =>
    block.type === 'heading' && opensPart(block, how);
  const starts = blocks.flatMap((block, index) => (opens(block) ? [index] : []));
  const parts = starts.map((start, index) => {
    const heading = blocks[start];
    const content = blocks.slice(start + 1, starts[index + 1]);
    return heading?.type === 'heading' ? [readPart(heading, content, how)] : [];
  });
  return { intro: blocks.slice(0, starts[0] ?? blocks.length), parts: parts.flat() };
}

/** A heading at the parts' level, or one with a part's name at another level, which is noted. */
function opensPart(heading: Heading, { path, model, depth, note }: PartReading): boolean {
  if (heading.depth === depth) return true;
  const name = wordsOf(heading).trim();
  const definition = partNamed(model, name);
  if (definition === undefined || heading.depth > depth + 1) return false;
  note({
    rule: 'part-at-wrong-level',
    place: placeOf(path, heading),
    subject: name,
    expected: String(depth),
    detail: String(heading.depth),
  });
  return true;
}

function readPart(heading: Heading, content: readonly Block[], how: PartReading): DraftPart {
  const { path, model } = how;
  const name = wordsOf(heading).trim();
  const definition = partNamed(model, name);
  const waiver = readWaiver(content);
  const state: PartState = waiver ? 'waived' : stateOf(content);
  const types =
    definition?.content === 'stakeholders'
      ? ['list']
      : definition?.content === 'indicators'
        ? ['list', 'table']
        : [];
  const split = state === 'filled' ? around(content, types) : around(content, []);
  return {
    type: 'part',
    definition,
    heading: { value: name, place: placeOf(path, heading) },
    depth: heading.depth,
    state,
    ...(waiver ? { waiver } : {}),
    content,
    stakeholders: definition?.content === 'stakeholders' ? readStakeholders(path, split.items) : [],
    indicators: definition?.content === 'indicators' ? readIndicators(path, split.items) : [],
    before: split.before,
    after: split.after,
    place: placeOf(path, heading, content.at(-1) ?? heading),
  };
}

/** The reason in `none: the reason`; empty where none is given; undefined where the part is not waived. */
function readWaiver(content: readonly Block[]): readonly PhrasingContent[] | undefined {
  const [only, second] = content.filter((block) => !isComment(block));
  const first = only?.type === 'paragraph' ? only.children[0] : undefined;
  if (second !== undefined || only?.type !== 'paragraph' || first?.type !== 'text')
    return undefined;
  if (!/^none\s*(?::|\.?$)/iu.test(first.value)) return undefined;
  const value = first.value.replace(/^none\s*[:.]?\s*/iu, '');
  const rest = only.children.slice(1);
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

const placeholder =
  /^\W*(?:tb[dac]|todo|fixme|xxx+|n\/?a|to be (?:determined|named|described|identified|confirmed|announced|defined|completed|added)|lorem ipsum.*|à (?:définir|compléter)|noch offen|wird ergänzt|por (?:definir|determinar)|submitter's note:.*)\W*$/isu;

function stateOf(content: readonly Block[]): PartState {
  const written = content.filter((block) => !isComment(block));
  const text = written
    .map((block) => mdastText(block))
    .join(' ')
    .trim();
  if (text !== '' && !placeholder.test(text) && !/^[.…\-–—?\s]+$/u.test(text)) return 'filled';
  const shown = written.some((block) => block.type === 'thematicBreak' || holdsPicture(block));
  if (shown) return 'filled';
  return text === '' ? 'empty' : 'placeholder';
}

function isComment(block: Block): boolean {
  return block.type === 'html' && block.value.startsWith('<!--');
}

function holdsPicture(block: Block): boolean {
  return JSON.stringify(block).includes('"type":"image');
}
