/** Where everything stands: an anchor and a page for the plan, each goal and each section, before any text is turned. */
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
}

export function outlineOf(plan: Plan): Outline {
  const slugs = new Slugs();
  return {
    plan: { anchor: 'plan', page: 'index.html' },
    goals: plan.goals.map((goal) => goalTargets(goal, slugs)),
  };
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
export function targetAt(outline: Outline, address: NodeAddress): Target {
  if (address.goal === undefined) return outline.plan;
  const goal = outline.goals[address.goal];
  if (address.section === undefined) return goal?.target ?? outline.plan;
  return goal?.sections[address.section] ?? outline.plan;
}
