/** Files to goals and sections, in either layout: folders of files, or one file with h1 to h4. */
import type { Heading, Yaml } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { ContentModel } from '../model/content-model.ts';
import type {
  Block,
  Definitions,
  DraftGoal,
  DraftSection,
  Fault,
  SourceText,
} from '../model/draft.ts';
import type { NodeMatter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { origin, startOf } from '../model/place.ts';
import { walk } from '../model/walk.ts';
import { readFrontMatter } from './front-matter.ts';
import { nodeSchema } from './front-matter-schema.ts';
import { placeOf } from './markdown.ts';
import type { ParsedFile } from './parse-file.ts';
import { readParts } from './parts.ts';
import { readTitle } from './title.ts';

export interface LayoutReading {
  readonly model: ContentModel;
  note(fault: Fault): void;
}

/** The front matter, the definitions, and everything else of a file. */
export function partition({ tree }: ParsedFile) {
  const yaml = tree.children.find((node): node is Yaml => node.type === 'yaml');
  const definitions: Block[] = [];
  const blocks: Block[] = [];
  for (const node of tree.children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
    else if (node.type !== 'yaml') blocks.push(node);
  }
  // Those in a quotation or a list serve the whole file too, and show nothing where they stand.
  for (const block of blocks) {
    walk(block, (node) => {
      if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
    });
  }
  return { yaml, definitions: { content: definitions } satisfies Definitions, blocks };
}

/** Where the text of a YAML node starts: the line after its fence. */
export function yamlBlock(source: SourceText, yaml: Yaml) {
  const offset = source.text.indexOf('\n', yaml.position?.start.offset ?? 0) + 1;
  return { path: source.path, text: yaml.value, start: { ...origin, line: 2, offset } };
}

/** The matter of a goal or section: from the front matter, then from the heading. */
function readMatter(
  file: ParsedFile,
  yaml: Yaml | undefined,
  heading: { sequence: string | undefined; id: string | undefined } | undefined,
  how: LayoutReading,
) {
  const read = yaml && readFrontMatter(yamlBlock(file.source, yaml), nodeSchema, how.note);
  const value = read?.value ?? {};
  const sequence = value.sequence ?? heading?.sequence;
  const id = value.id ?? heading?.id;
  const matter: NodeMatter = {
    ...(value.title === undefined ? {} : { title: value.title }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(id === undefined ? {} : { id }),
    ...(value.lang === undefined ? {} : { lang: value.lang }),
  };
  return { value: matter, places: read?.places ?? new Map<string, Place>() };
}

/** What a run of blocks under one heading is read as. */
export interface Run {
  readonly file: ParsedFile;
  readonly heading: Heading | undefined;
  readonly yaml: Yaml | undefined;
  readonly definitions: Definitions;
  readonly blocks: readonly Block[];
}

/** A file as one run: its h1, and all beneath it. */
export function runOf(file: ParsedFile, note: (fault: Fault) => void): Run {
  const { yaml, definitions, blocks } = partition(file);
  const at = blocks.findIndex((block) => block.type === 'heading' && block.depth === 1);
  const found = blocks[at];
  const heading = found?.type === 'heading' ? found : undefined;
  const rest = blocks.filter((block) => block !== heading);
  for (const block of rest) {
    if (heading && block.type === 'heading' && block.depth === 1) {
      const subject = mdastText(block);
      note({ rule: 'second-title', place: placeOf(file.source.path, block), subject });
    }
  }
  return { file, heading, yaml, definitions, blocks: rest };
}

/** What every node has, from its run. */
function head(run: Run, how: LayoutReading) {
  const { file, heading } = run;
  const read = heading && readTitle(file.source.path, heading);
  const matter = readMatter(file, run.yaml, read, how);
  const named = matter.value.title;
  const place = startOf(file.source.path);
  const fallback = named === undefined ? undefined : { value: named, place };
  const content = named === undefined ? [] : [{ type: 'text' as const, value: named }];
  return {
    matter,
    title: read?.title ?? fallback,
    titleContent: read?.title ? read.content : content,
    source: file.source,
    definitions: run.definitions,
    place: heading ? placeOf(file.source.path, heading, run.blocks.at(-1) ?? heading) : place,
  };
}

/** A section, its parts at the given heading level. */
export function readSection(run: Run, depth: number, how: LayoutReading): DraftSection {
  const path = run.file.source.path;
  const { intro, parts } = readParts(run.blocks, { ...how, path, depth, note: how.note });
  return { type: 'section', ...head(run, how), intro, parts };
}

/** A goal with the sections found for it. */
export function readGoal(
  run: Run,
  sections: readonly DraftSection[],
  how: LayoutReading,
): DraftGoal {
  return { type: 'goal', ...head(run, how), body: run.blocks, sections };
}

/** A run's blocks before its first heading of a level, and a run for each such heading. */
export function splitRun(
  run: Run,
  depth: number,
  stays: (heading: Heading) => boolean = () => false,
) {
  const starts = run.blocks.flatMap((block, index) =>
    block.type === 'heading' && block.depth === depth && !stays(block) ? [index] : [],
  );
  const runs = starts.map((start, index): Run => {
    const heading = run.blocks[start];
    return {
      file: run.file,
      heading: heading?.type === 'heading' ? heading : undefined,
      yaml: undefined,
      definitions: run.definitions,
      blocks: run.blocks.slice(start + 1, starts[index + 1]),
    };
  });
  return { before: run.blocks.slice(0, starts[0] ?? run.blocks.length), runs };
}
