/** What all pages in a folder of the site show alike, and so is made once for them: the plan, and the contents. */
import type { ResolvedGoal, ResolvedPlan } from '../../model/resolved.ts';
import { viewPlan } from '../view.ts';
import { entry, type PageNode, type Writer } from './entries.ts';

/** A goal in the contents, with its sections where they are named. */
type ContentsEntry = ReturnType<typeof entry> & {
  readonly sections: readonly ReturnType<typeof entry>[];
};

/** The parts of views that are the same objects on all pages of a folder. */
export interface Folder {
  readonly plan: object;
  /** The contents with the sections of a goal, and of it alone where not all are named. */
  contents(open: ResolvedGoal | undefined): readonly ContentsEntry[];
}

/** `links`: of any page in the folder to others. `words`: what the plan says in words of its own language. */
export function folderOf(
  plan: ResolvedPlan,
  links: Writer,
  { words, wholeContents }: { readonly words: object; readonly wholeContents: boolean },
): Folder {
  const known = new Map<ResolvedGoal | undefined, readonly ContentsEntry[]>();
  return {
    plan: { ...viewPlan(plan, links), ...words },
    contents(open) {
      const before = known.get(open);
      if (before !== undefined) return before;
      const made = plan.goals.map((goal) => ({
        ...entry(goal, links),
        sections:
          goal === open || wholeContents
            ? goal.sections.map((section) => entry(section, links))
            : [],
      }));
      known.set(open, made);
      return made;
    },
  };
}

/** The contents as one page shows them: the folder's, but for the entry of the page itself. */
export function contentsOn(
  folder: Folder,
  goals: readonly ResolvedGoal[],
  { node, goal }: { readonly node: PageNode | undefined; readonly goal: ResolvedGoal | undefined },
  links: Writer,
): readonly ContentsEntry[] {
  const shared = folder.contents(goal);
  if (node === undefined || goal === undefined) return shared;
  const here = entry(node, links, node);
  return shared.map((one, index) => {
    if (goals[index] !== goal) return one;
    if (node === goal) return { ...one, ...here };
    const sections = one.sections.map((section, at) =>
      goal.sections[at] === node ? here : section,
    );
    return { ...one, sections };
  });
}
