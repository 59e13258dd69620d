/** Where everything stands: an anchor and a page for the plan, each goal and each section, before any text is turned. */
import type { Block } from '../model/draft.ts';
import type { NodeAddress } from '../model/link.ts';
import type { Goal, Plan, Section } from '../model/plan.ts';
import type { Target } from '../model/resolved.ts';
import { Slugs } from './slug.ts';

/** A goal's target and its sections'. */
export interface GoalTargets {
  readonly target: Target;
  readonly sections: readonly Target[];
}

/** The targets of a plan's goals and sections, in document order. */
export interface Outline {
  readonly plan: Target;
  readonly goals: readonly GoalTargets[];
  /** The anchors of headings in the text and of parts, by `keyOf`. */
  readonly anchors: ReadonlyMap<string, string>;
}

export function outlineOf(plan: Plan): Outline {
  const slugs = new Slugs();
  const targets = {
    plan: { anchor: 'plan', page: 'index.html' },
    goals: plan.goals.map((goal) => goalTargets(goal, slugs)),
  };
  return { ...targets, anchors: anchorsIn(plan, targets) };
}

/** The key of a heading by its slug, or of a part by its heading, in the plan, goal or section with that anchor. */
export function keyOf(kind: 'heading' | 'part', owner: string, name: string): string {
  return JSON.stringify([kind, owner, name]);
}

function goalTargets(goal: Goal, slugs: Slugs): GoalTargets {
  const folder = slugs.add(goal.matter.sequence, goal.title);
  return {
    target: { anchor: `goal-${folder}`, page: `${folder}/index.html` },
    sections: goal.sections.map((section) => sectionTarget(section, folder, slugs)),
  };
}

function sectionTarget(section: Section, folder: string, slugs: Slugs): Target {
  const slug = slugs.add(section.matter.sequence, section.title);
  return { anchor: `section-${slug}`, page: `${folder}/${slug}.html` };
}

/** The target at an address; the plan's own where the address leads nowhere. */
export function targetAt(outline: Pick<Outline, 'plan' | 'goals'>, address: NodeAddress): Target {
  if (address.goal === undefined) return outline.plan;
  const goal = outline.goals[address.goal];
  if (address.section === undefined) return goal?.target ?? outline.plan;
  return goal?.sections[address.section] ?? outline.plan;
}

function anchorsIn(plan: Plan, outline: Omit<Outline, 'anchors'>): Map<string, string> {
  const anchors = new Map<string, string>();
  addHeadings(anchors, outline.plan.anchor, slugsIn(plan.body));
  for (const [index, goal] of plan.goals.entries()) {
    addHeadings(anchors, targetAt(outline, { goal: index }).anchor, slugsIn(goal.body));
    for (const [at, section] of goal.sections.entries()) {
      const owner = targetAt(outline, { goal: index, section: at }).anchor;
      addHeadings(anchors, owner, headingsOf(section));
      for (const { heading, definition } of section.parts.toReversed()) {
        anchors.set(keyOf('part', owner, heading), partAnchor(owner, definition.id));
      }
    }
  }
  return anchors;
}

/** The slugs of the headings in what a section shows, in its order. */
function headingsOf(section: Section): readonly string[] {
  return [
    ...(section.headings ?? slugsIn(section.intro)),
    ...section.parts.flatMap((part) =>
      part.state === 'filled' ? (part.part.headings ?? slugsIn(part.part.content)) : [],
    ),
  ];
}

function slugsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.data?.slug !== undefined ? [block.data.slug] : [],
  );
}

function addHeadings(anchors: Map<string, string>, owner: string, found: readonly string[]): void {
  const slugs = new Slugs();
  for (const slug of found) {
    anchors.set(keyOf('heading', owner, slug), `${owner}-h-${slugs.add(undefined, slug)}`);
  }
}

/** The anchor of a part: its section's, and the definition's id. */
export function partAnchor(owner: string, id: string): string {
  return `${owner}-${id}`;
}
