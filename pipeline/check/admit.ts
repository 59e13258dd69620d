/** Makes a plan of a draft that holds what it promises. Nothing else makes one. */
import type { PhrasingContent } from 'mdast';
import type { ContentModel, PartDefinition } from '../model/content-model.ts';
import type { DraftGoal, DraftPart, DraftPlan, DraftSection } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { type Goal, type Part, type Plan, type Section, untitled } from '../model/plan.ts';
import type { DraftNode } from './names.ts';

export interface AdmitOptions {
  readonly model: ContentModel;
  /** What `check` found in this draft. */
  readonly findings: readonly Finding[];
  /** Admits a plan with errors too: gaps stand in it as gaps. */
  readonly draftBuild: boolean;
}

/** The plan; undefined where a finding of severity `error` stands and this is no draft build. */
export function admit(draft: DraftPlan, options: AdmitOptions): Plan | undefined {
  if (!options.draftBuild && options.findings.some((finding) => finding.severity === 'error')) {
    return undefined;
  }
  return {
    type: 'plan',
    ...common(draft),
    slug: draft.slug,
    draft: options.draftBuild,
    matter: draft.matter.value,
    body: draft.body,
    goals: draft.goals.map((goal) => admitGoal(goal, options.model)),
  };
}

function admitGoal(goal: DraftGoal, model: ContentModel): Goal {
  return {
    type: 'goal',
    ...common(goal),
    matter: goal.matter.value,
    body: goal.body,
    sections: goal.sections.map((section) => admitSection(section, model)),
  };
}

/** One section of a plan that was admitted with it. */
export function admitSection(section: DraftSection, model: ContentModel): Section {
  const known = model.parts.map((definition) => ({
    definition,
    part: section.parts.find((part) => part.definition?.id === definition.id),
  }));
  const used = new Set(known.map(({ part }) => part));
  const extra = section.parts.filter((part) => !used.has(part));
  const { matter, headings, facts } = section;
  return {
    type: 'section',
    ...headOf(section),
    matter: matter.value,
    ...(headings && { headings }),
    assets: facts?.assets,
    get definitions() {
      return section.definitions;
    },
    get intro() {
      return section.intro;
    },
    parts: [
      ...known.flatMap(({ definition, part }) => admitPart(definition, part)),
      ...extra.flatMap((part, index) => admitPart(extraDefinition(part, index), part)),
    ],
  };
}

/** One part of the edition; none for an optional part that is not there. */
function admitPart(definition: PartDefinition, part: DraftPart | undefined): readonly Part[] {
  if (part === undefined) {
    const { heading } = definition;
    return definition.required ? [{ state: 'gap', definition, heading, gap: 'missing' }] : [];
  }
  const heading = part.heading.value;
  switch (part.state) {
    case 'filled':
      return [{ state: 'filled', definition, heading, part }];
    case 'waived':
      return [waivedPart(definition, part)];
    default:
      return [{ state: 'gap', definition, heading, gap: part.state }];
  }
}

function waivedPart(definition: PartDefinition, part: DraftPart): Part {
  return {
    ...{ state: 'waived', definition, heading: part.heading.value },
    get reason() {
      return part.waiver ?? [];
    },
  };
}

/** A part that the model does not know, or that stands in the section twice: nothing written is lost in a draft. */
function extraDefinition(part: DraftPart, index: number): PartDefinition {
  return {
    id: `extra-${index + 1}`,
    heading: part.heading.value,
    aliases: [],
    required: false,
    content: 'prose',
    lead: false,
  };
}

function common(node: DraftPlan | DraftGoal) {
  return { ...headOf(node), definitions: node.definitions };
}

/** What is known of a node without its text. */
function headOf(node: DraftNode) {
  const title = node.title?.value ?? node.matter.value.title ?? '';
  const shown = title.trim() === '' ? untitled(node.type) : title;
  const titleContent: readonly PhrasingContent[] =
    node.titleContent.length > 0 ? node.titleContent : [{ type: 'text', value: shown }];
  const { source, place } = node;
  return { title: shown, titleContent, source, place };
}
