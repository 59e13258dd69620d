/** The headings of a text as a plan: goals, their sections, and in those the parts that are called by their names. */
import type { FootnoteDefinition, Heading, RootContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { defaultContentModel, partNamed } from '../../../model/content-model.ts';
import type { Place } from '../../../model/place.ts';
import type {
  ImportedGoal,
  ImportedPart,
  ImportedPlan,
  ImportedSection,
  ImportNote,
} from '../imported.ts';
import { lineOf } from '../stratml/leaf-text.ts';

type Tell = (kind: ImportNote['kind'], message: string) => void;
type Notes = ReadonlyMap<string, FootnoteDefinition>;

/** A heading and what stands beneath it, down to the next one that counts. */
interface Chapter {
  readonly heading: Heading;
  readonly blocks: RootContent[];
  readonly inner: Chapter[];
}

/** A document as it is before its headings mean anything. */
export interface WordText {
  /** Of the style Title. */
  readonly title: string | undefined;
  readonly blocks: readonly RootContent[];
  readonly notes: Notes;
}

export function outlineOf(document: WordText, place: Place, tell: Tell): ImportedPlan {
  const { notes } = document;
  const { title, rest } =
    document.title === undefined
      ? takeTitle(document.blocks, tell)
      : { title: document.title, rest: document.blocks };
  const levels = levelsOf(rest);
  const [upper, lower] = levels;
  const { before, chapters } = chaptersOf(rest, upper, lower);
  if (levels.length === 1) {
    tell(
      'guessed',
      'The document has headings of one level only; they are read as the sections of one goal.',
    );
  }
  if (levels.length === 0) {
    tell(
      'guessed',
      'The document has no headings; its text is written into plan.md. Give headings the styles Heading 1 and Heading 2 in Word.',
    );
  }
  const goals =
    levels.length === 1
      ? [
          goalOf(
            { heading: heading(title ?? 'Goal'), blocks: [], inner: chapters },
            notes,
            place,
            tell,
          ),
        ]
      : chapters.map((chapter) => goalOf(chapter, notes, place, tell));
  return {
    type: 'plan',
    title,
    matter: {},
    intro: withNotes(pointed(before, ''), notes),
    parts: [],
    goals,
    mentioned: false,
    place,
  };
}

/** The title: the only heading of the highest level, where others stand beneath it. */
function takeTitle(blocks: readonly RootContent[], tell: Tell) {
  const headings = blocks.filter((block) => block.type === 'heading');
  const top = Math.min(...headings.map(({ depth }) => depth));
  const highest = headings.filter(({ depth }) => depth === top);
  const [first] = highest;
  const isFirst = headings[0] === first;
  if (
    first === undefined ||
    !isFirst ||
    (highest.length > 1 && headings.length === highest.length)
  ) {
    tell('guessed', 'The document has no title of its own. Write one into plan.md.');
    return { title: undefined, rest: blocks };
  }
  if (highest.length > 1) {
    tell(
      'guessed',
      `"${mdastText(first)}" is read as a heading like the others; the document has no title of its own. Write one into plan.md.`,
    );
    return { title: undefined, rest: blocks };
  }
  return { title: lineOf(mdastText(first)), rest: blocks.filter((block) => block !== first) };
}

/** The levels of the headings that are no parts, the highest first; two count. */
function levelsOf(blocks: readonly RootContent[]): number[] {
  const depths = blocks.flatMap((block) =>
    block.type === 'heading' && !isPart(block) ? [block.depth as number] : [],
  );
  return [...new Set(depths)].sort((a, b) => a - b).slice(0, 2);
}

function isPart(block: RootContent): boolean {
  return block.type === 'heading' && partNamed(defaultContentModel, mdastText(block)) !== undefined;
}

function chaptersOf(
  blocks: readonly RootContent[],
  upper: number | undefined,
  lower: number | undefined,
) {
  const before: RootContent[] = [];
  const chapters: Chapter[] = [];
  let into = before;
  for (const block of blocks) {
    const depth = block.type === 'heading' && !isPart(block) ? block.depth : undefined;
    if (block.type === 'heading' && depth === upper && upper !== undefined) {
      const chapter: Chapter = { heading: block, blocks: [], inner: [] };
      chapters.push(chapter);
      into = chapter.blocks;
    } else if (
      block.type === 'heading' &&
      depth === lower &&
      lower !== undefined &&
      chapters.length > 0
    ) {
      const inner: Chapter = { heading: block, blocks: [], inner: [] };
      chapters.at(-1)?.inner.push(inner);
      into = inner.blocks;
    } else into.push(block);
  }
  return { before, chapters };
}

function heading(text: string): Heading {
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: text }] };
}

function goalOf(chapter: Chapter, notes: Notes, place: Place, tell: Tell): ImportedGoal {
  return {
    type: 'goal',
    ...nameOf(chapter.heading),
    intro: withNotes(pointed(leveled(chapter.blocks, 2), '../'), notes),
    parts: [],
    mentioned: false,
    place,
    sections: chapter.inner.map((inner) => sectionOf(inner, notes, place, tell)),
  };
}

/** Text before the first part is the background, where there is no such part; else it stays before it. */
function sectionOf(chapter: Chapter, notes: Notes, place: Place, tell: Tell): ImportedSection {
  const named = nameOf(chapter.heading);
  const starts = chapter.blocks.flatMap((block, index) => (isPart(block) ? [index] : []));
  const before = chapter.blocks.slice(0, starts[0] ?? chapter.blocks.length);
  const parts = starts.map((start, index): ImportedPart => {
    const block = chapter.blocks[start];
    const blocks = chapter.blocks.slice(start + 1, starts[index + 1]);
    const title = block === undefined ? '' : lineOf(mdastText(block));
    return { heading: title, blocks: pointed(leveled(blocks, 3), '../'), stakeholders: [] };
  });
  const hasBackground = parts.some(
    (one) => partNamed(defaultContentModel, one.heading)?.id === 'background',
  );
  const text = pointed(leveled(before, 3), '../');
  if (text.length > 0 && !hasBackground) {
    tell(
      'guessed',
      'Text that stands under no part is written as the background. Move what is a recommendation into a part of that name.',
    );
  }
  const background: ImportedPart = { heading: 'Background', blocks: text, stakeholders: [] };
  const all = text.length > 0 && !hasBackground ? inOrder([background, ...parts]) : parts;
  const called = notesIn([...before, ...all.flatMap((one) => one.blocks)], notes);
  const last = all.at(-1);
  return {
    type: 'section',
    ...named,
    intro: text.length > 0 && hasBackground ? text : [],
    parts:
      last === undefined
        ? all
        : [...all.slice(0, -1), { ...last, blocks: [...last.blocks, ...called] }],
    mentioned: false,
    place,
  };
}

/** In the order of the content model. */
function inOrder(parts: readonly ImportedPart[]): ImportedPart[] {
  const order = defaultContentModel.parts.map(({ id }) => id);
  const at = (part: ImportedPart) =>
    order.indexOf(partNamed(defaultContentModel, part.heading)?.id ?? '');
  return [...parts].sort((a, b) => at(a) - at(b));
}

/** "3.13 Russia" and "3.13: Russia" are a number and a name. */
function nameOf(block: Heading): { title: string; sequence: string | undefined } {
  const text = lineOf(mdastText(block));
  const [, sequence, title] = /^(\d+(?:\.\d+)*)[.:)]?\s+(\S.*)$/su.exec(text) ?? [];
  return title === undefined ? { title: text, sequence: undefined } : { title, sequence };
}

/** Headings in a text begin at a level, whatever theirs was. */
function leveled(blocks: readonly RootContent[], level: number): RootContent[] {
  const depths = blocks.flatMap((block) =>
    block.type === 'heading' ? [block.depth as number] : [],
  );
  const shift = level - Math.min(...depths);
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: depthOf(block.depth + shift) } : block,
  );
}

function depthOf(depth: number): Heading['depth'] {
  return depth <= 2 ? 2 : depth === 3 ? 3 : depth === 4 ? 4 : depth === 5 ? 5 : 6;
}

/** Pictures as seen from the file that shows them. */
function pointed(blocks: readonly RootContent[], up: string): RootContent[] {
  const copy = structuredClone([...blocks]);
  for (const block of copy) {
    visit(block, 'image', (image) => {
      image.url = `${up}${image.url}`;
    });
  }
  return copy;
}

function withNotes(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  return [...blocks, ...notesIn(blocks, notes)];
}

/** The notes that these blocks call. */
function notesIn(blocks: readonly RootContent[], notes: Notes): RootContent[] {
  const called = new Set<string>();
  for (const block of blocks)
    visit(block, 'footnoteReference', (one) => void called.add(one.identifier));
  return [...called].flatMap((name) => notes.get(name) ?? []);
}
