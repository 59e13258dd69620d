/** What templates see: a resolved plan's nodes as plain objects, with every flow as HTML text. */
import type { Measure } from '../model/draft.ts';
import type {
  Flow,
  Note,
  ResolvedGoal,
  ResolvedIndicator,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
} from '../model/resolved.ts';
import { chartOf } from './chart/chart.ts';
import { dateText } from './date-text.ts';
import { daysOf } from './days.ts';
import { directionOf } from './direction.ts';

/** How an edition writes a flow where the view will stand, and where it puts an anchor. */
export interface ViewLinks {
  /** The plan's language, which days are written in. */
  readonly lang: string;
  html(flow: Flow): string;
  href(anchor: string): string;
}

/** A section: number, titleHtml, introHtml, parts with flowHtml and afterHtml, notes with html. */
export function viewSection(section: ResolvedSection, links: ViewLinks) {
  return {
    ...viewHead(section, links),
    introHtml: links.html(section.intro),
    parts: section.parts.map((part) => viewPart(part, links)),
    notes: viewNotes(section.notes, links),
  };
}

/** A goal without its sections: number, titleHtml, bodyHtml, notes. */
export function viewGoal(goal: ResolvedGoal, links: ViewLinks) {
  return {
    ...viewHead(goal, links),
    bodyHtml: links.html(goal.body),
    notes: viewNotes(goal.notes, links),
  };
}

/** A plan without its goals; what it does not say of itself is an empty string. */
export function viewPlan(plan: ResolvedPlan, links: ViewLinks) {
  return {
    type: plan.type,
    slug: plan.slug,
    draft: plan.draft,
    lang: plan.lang,
    dir: plan.dir,
    anchor: plan.anchor,
    href: links.href(plan.anchor),
    title: plan.title,
    titleHtml: links.html(plan.titleFlow),
    subtitle: plan.subtitle ?? '',
    contributors: plan.contributors.map(({ name, role, fileAs }) => ({
      name,
      role,
      fileAs: fileAs ?? '',
    })),
    organizations: plan.organizations.map(({ name, acronym, description }) => ({
      name,
      acronym: acronym ?? '',
      description: description ?? '',
    })),
    date: plan.date ?? '',
    start: plan.start ?? '',
    end: plan.end ?? '',
    id: plan.id ?? '',
    urn: plan.urn,
    rights: plan.rights ?? '',
    source: plan.source ?? '',
    publisher: plan.publisher ?? '',
    subjects: plan.subjects,
    summary: plan.summary ?? '',
    status: plan.status ?? '',
    version: plan.version ?? '',
    isbn: plan.isbn ?? '',
    handling: plan.handling ?? '',
    url: plan.url ?? '',
    bodyHtml: links.html(plan.body),
    notes: viewNotes(plan.notes, links),
  };
}

function viewHead(node: ResolvedGoal | ResolvedSection, links: ViewLinks) {
  return {
    type: node.type,
    number: node.number ?? '',
    title: node.title,
    titleHtml: links.html(node.titleFlow),
    id: node.id ?? '',
    lang: node.lang ?? '',
    /** The way of its own language; empty where it is in the plan's. */
    dir: node.lang === undefined ? '' : directionOf(node.lang),
    anchor: node.anchor,
    href: links.href(node.anchor),
  };
}

function viewPart(part: ResolvedPart, links: ViewLinks) {
  return {
    id: part.id,
    heading: part.heading,
    anchor: part.anchor,
    lead: part.lead,
    content: part.content,
    state: part.state,
    gap: part.gap ?? '',
    flowHtml: links.html(part.flow),
    stakeholders: part.stakeholders.map((one) => ({
      name: one.name,
      kind: one.kind ?? '',
      roles: one.roles,
      descriptionHtml: links.html(one.description),
      anchor: one.anchor,
    })),
    indicators: part.indicators.map((one) => viewIndicator(one, links)),
    columns: columnsOf(part.indicators),
    afterHtml: links.html(part.after),
  };
}

/** An indicator; `baseline`, `target` and `actual` are null where it has none. */
export function viewIndicator(one: ResolvedIndicator, links: ViewLinks) {
  return {
    name: one.name,
    unit: one.unit ?? '',
    baseline: viewMeasure(one.baseline, one.unit, links.lang),
    target: viewMeasure(one.target, one.unit, links.lang),
    actual: viewMeasure(one.actual, one.unit, links.lang),
    status: one.status ?? '',
    descriptionHtml: links.html(one.description),
    /** Where it has values enough; drawn by `chart/values`. */
    chart: chartOf(one) ?? null,
    anchor: one.anchor,
  };
}

/**
 * Which columns a table of these indicators needs beside their names; `any` where a table is what they need.
 * `figures` says which hold nothing but numbers, and so are set one under the other.
 */
export function columnsOf(indicators: readonly ResolvedIndicator[]) {
  const columns = {
    unit: indicators.some((one) => one.unit !== undefined),
    baseline: indicators.some((one) => one.baseline !== undefined),
    target: indicators.some((one) => one.target !== undefined),
    by: indicators.some((one) => one.target?.date !== undefined),
    actual: indicators.some((one) => one.actual !== undefined),
    status: indicators.some((one) => one.status !== undefined),
  };
  return {
    ...columns,
    // A table of results beneath an indicator has no room in a row of another table.
    any:
      Object.values(columns).includes(true) && indicators.every((one) => one.results.length === 0),
    figures: {
      baseline: indicators.every((one) => isFigure(one.baseline, one.unit)),
      target: indicators.every((one) => isFigure(one.target, one.unit)),
      actual: indicators.every((one) => isFigure(one.actual, one.unit)),
    },
  };
}

/** A number alone, with whatever groups and divides its digits: "1,005", "−0.5", "12 %". */
function isFigure(measure: Measure | undefined, unit: string | undefined): boolean {
  return measure === undefined || /^[−+-]?\d[\d.,'’\s]*%?$/u.test(figureIn(measure.text, unit));
}

/**
 * `text` is as the author wrote it; `value` is for a place where the unit stands beside it. `date` is a day as readers
 * write it, "1 June 2031"; a year, a month or a quarter stays as it is written.
 */
function viewMeasure(measure: Measure | undefined, unit: string | undefined, lang: string) {
  if (measure === undefined) return null;
  const { text, number = '', date = '' } = measure;
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(date) && daysOf(date) !== undefined;
  return { text, value: figureIn(text, unit), number, date: isDay ? dateText(date, lang) : date };
}

/** "4,100 people" of the unit "people" is "4,100"; "12 %" of "% of calls" is "12". */
function figureIn(text: string, unit: string | undefined): string {
  const [, value = '', rest = ''] =
    /^([−+-]?\d[\d.,'’\s]*?)\s*([^\d\s].*)$/su.exec(text.trim()) ?? [];
  return rest !== '' && (unit === rest || unit?.startsWith(`${rest} `)) ? value : text.trim();
}

function viewNotes(notes: readonly Note[], links: ViewLinks) {
  return notes.map(({ anchor, number, calls, flow }) => ({
    anchor,
    number,
    calls,
    html: links.html(flow),
  }));
}
