/** Decides in which files of a plan's folder what was imported belongs. */
import type { DraftGoal, DraftPlan } from '../../model/draft.ts';
import { startOf } from '../../model/place.ts';
import { byName } from '../../model/sources.ts';
import { fileName } from './file-name.ts';
import type {
  ImportedAsset,
  ImportedGoal,
  ImportedNode,
  ImportedPlan,
  ImportedSection,
  ImportNote,
} from './imported.ts';
import { nodeMarkdown, planMarkdown } from './markdown.ts';

/** A file to write. */
export interface PlacedFile {
  /** Relative to the plan's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text this file had if an earlier import only mentioned it: nothing of anyone's is lost when it is replaced. */
  readonly bare: string | undefined;
}

export interface Placement {
  readonly files: readonly PlacedFile[];
  /** Pictures, named by what is in them. */
  readonly assets: readonly ImportedAsset[];
  readonly notes: readonly ImportNote[];
}

/** What is already there of a goal, or will be. */
interface Slot {
  readonly folder: string;
  readonly id: string | undefined;
  readonly sequence: string | undefined;
  readonly title: string | undefined;
  readonly sections: Map<string, Pick<ImportedNode, 'id' | 'sequence'>>;
}

/**
 * Places imported plans. Goals and sections are found again by their id, else by their sequence; new ones get a
 * folder or file of their own. `existing` is the plan that is there, or undefined; `slug` names a new one.
 */
export function placeImports(
  slug: string,
  existing: DraftPlan | undefined,
  imports: readonly ImportedPlan[],
): Placement {
  const files = new Map<string, PlacedFile>();
  const notes: ImportNote[] = [];
  const slots = existing?.goals.map((goal) => slotOf(existing, goal)) ?? [];
  for (const plan of imports) {
    placePlan(plan);
    if (plan.whole === true) continue;
    const taken = new Set<unknown>();
    const names = orderedNames(plan.goals, 'goal');
    for (const [index, goal] of plan.goals.entries())
      placeGoal(goal, names[index] ?? 'goal', taken);
  }
  const assets = imports.flatMap((plan) => plan.assets ?? []);
  return { files: [...files.values()], assets, notes };

  function placePlan(plan: ImportedPlan): void {
    if (plan.mentioned && (existing !== undefined || files.has('plan.md'))) return;
    const title = plan.title ?? (plan.mentioned ? slug : '');
    if (plan.mentioned) {
      notes.push({
        kind: 'guessed',
        message: `plan.md is new, and "${title}" is all that is known of the plan's title. Write its real title there.`,
        place: plan.place,
      });
    }
    put(
      'plan.md',
      plan.written?.text ?? planMarkdown({ ...plan, title }),
      planMarkdown({ ...bare(plan, title), type: 'plan', matter: {}, goals: [] }),
    );
  }

  /** What this import has placed already is another goal or section, even where it has the same number. */
  function placeGoal(goal: ImportedGoal, name: string, taken: Set<unknown>): void {
    const found = slots.find((slot) => !taken.has(slot) && isSame(slot, goal));
    const slot = found ?? newSlot(goal, name);
    taken.add(slot);
    if (found === undefined || !goal.mentioned) {
      const known = goal.title ?? slot.title;
      const title = known ?? (goal.mentioned ? titleFor(goal) : '');
      const id = goal.id ?? slot.id;
      put(
        `${slot.folder}/goal.md`,
        goal.written?.text ?? nodeMarkdown({ ...goal, id, title }),
        nodeMarkdown(bare(goal, title)),
      );
    }
    const names = orderedNames(goal.sections, 'section');
    const placed = new Set<string>();
    for (const [index, section] of goal.sections.entries()) {
      placeSection(slot, section, names[index] ?? 'section', placed);
    }
  }

  /** A section that is there already keeps its file, and the id that the import may not know. */
  function placeSection(
    slot: Slot,
    section: ImportedSection,
    name: string,
    placed: Set<string>,
  ): void {
    const [known, there] =
      [...slot.sections].find(([path, one]) => !placed.has(path) && isSame(one, section)) ?? [];
    const id = section.id ?? there?.id;
    const text = section.written?.text ?? nodeMarkdown({ ...section, id });
    const isTaken = (one: string) =>
      placed.has(one) || (files.has(one) && files.get(one)?.text !== text);
    const path = known ?? numbered(`${slot.folder}/${name}`, '.md', isTaken);
    placed.add(path);
    slot.sections.set(path, { id, sequence: section.sequence });
    put(path, text, undefined);
  }

  function titleFor(goal: ImportedGoal): string {
    const title = `Goal ${goal.sequence ?? slots.length}`;
    notes.push({
      kind: 'guessed',
      message: `The goal is not named here; it is written as "${title}". Write its real name into its goal.md.`,
      place: goal.place,
    });
    return title;
  }

  function newSlot(goal: ImportedGoal, name: string): Slot {
    const taken = (folder: string) => slots.some((slot) => slot.folder === folder);
    const { id, sequence, title } = goal;
    const slot: Slot = {
      id,
      sequence,
      title,
      folder: numbered(name, '', taken),
      sections: new Map(),
    };
    slots.push(slot);
    return slot;
  }

  function put(path: string, text: string, bareText: string | undefined): void {
    const before = files.get(path);
    if (before !== undefined && before.text !== text && before.text !== bareText) {
      notes.push({
        kind: 'lost',
        message: `${path} is written twice with different texts; the later one is kept. Import one of them alone.`,
        place: startOf(path),
      });
    }
    files.set(path, { path, text, bare: bareText });
  }
}

/**
 * Names of files or folders that sort in the order of the nodes: where numbers and titles would not, or two have one
 * name, all get their place in front.
 */
function orderedNames(nodes: readonly ImportedNode[], fallback: string): string[] {
  const names = nodes.map((node) => writtenName(node) ?? fileName(node, fallback));
  const inOrder = names.every((name, index) => {
    const before = names[index - 1];
    return before === undefined || byName.compare(`${before}.md`, `${name}.md`) < 0;
  });
  if (inOrder) return names;
  const width = String(nodes.length).length;
  return names.map((name, index) => `${String(index + 1).padStart(width, '0')}-${name}`);
}

/** The name of a goal's folder or a section's file when it was written, without ending. */
function writtenName({ written }: ImportedNode): string | undefined {
  const [folder, file] = written?.path.split('/') ?? [];
  return file === undefined || file === 'goal.md'
    ? folder?.replace(/\.md$/u, '')
    : file.replace(/\.md$/u, '');
}

/** By id where both have one, else by sequence, else by title. */
function isSame(
  one: Partial<Pick<ImportedNode, 'id' | 'sequence' | 'title'>>,
  node: ImportedNode,
): boolean {
  if (one.id !== undefined && node.id !== undefined) return one.id === node.id;
  if (node.sequence !== undefined) return one.sequence === node.sequence;
  return one.sequence === undefined && one.title !== undefined && one.title === node.title;
}

function slotOf(plan: DraftPlan, goal: DraftGoal): Slot {
  const relative = (path: string) => path.slice(plan.folder.length + 1);
  const { id, sequence } = goal.matter.value;
  return {
    folder: relative(goal.source.path).replace(/\/goal\.md$/u, ''),
    id,
    sequence,
    title: goal.title?.value,
    sections: new Map(
      goal.sections.map((section) => [relative(section.source.path), section.matter.value]),
    ),
  };
}

/** What an import writes of a node that it only mentions. */
function bare(node: ImportedNode, title: string): ImportedNode {
  return {
    sequence: node.sequence,
    title,
    intro: [],
    parts: [],
    mentioned: true,
    place: node.place,
  };
}

function numbered(name: string, ending: string, taken: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const tried = `${name}${count === 1 ? '' : `-${count}`}${ending}`;
    if (!taken(tried)) return tried;
  }
}
