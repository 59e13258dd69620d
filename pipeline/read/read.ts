/** Reads a plan's sources into a draft. Never fails: what is wrong is kept as a fault with its place. */
import type { Heading } from 'mdast';
import { type ContentModel, partNamed } from '../model/content-model.ts';
import type { DraftGoal, DraftPlan, DraftSection, Fault } from '../model/draft.ts';
import { hashOf } from '../model/hash.ts';
import { type Known, nothingKnown } from '../model/known.ts';
import type { PlanMatter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { startOf } from '../model/place.ts';
import type { PlanSources } from '../model/sources.ts';
import { readFrontMatter } from './front-matter.ts';
import { planSchema } from './front-matter-schema.ts';
import {
  type LayoutReading,
  type Run,
  readGoal,
  readSection,
  runOf,
  splitRun,
  yamlBlock,
} from './layout.ts';
import { type PlanLinks, resolveLinks } from './links.ts';
import { parseMarkdown, placeOf } from './markdown.ts';
import { type OwnFile, type OwnFileReading, ownFile } from './own-file.ts';
import { type ParsedFile, type ParseFile, parseFile } from './parse-file.ts';
import { readTitle } from './title.ts';
import { wordsOf } from './words-of.ts';

/** Headings of a plan of one file that are no goals but say what the plan is about (StratML: Vision, Mission, Value). */
const planHeadings = new Set(['vision', 'mission', 'values', 'value']);

const ofPictures = new Set(['unsafe-svg', 'broken-image']);

/** What is `known` of sections in files of their own is not read again. */
export function read(
  sources: PlanSources,
  model: ContentModel,
  parse: ParseFile = parseFile,
  known: Known = nothingKnown,
): DraftPlan {
  return readLinked(sources, model, parse, known).draft;
}

/** A draft, and where links lead in it. */
export interface LinkedDraft {
  readonly draft: DraftPlan;
  readonly links: PlanLinks;
}

/** As `read`. */
export function readLinked(
  sources: PlanSources,
  model: ContentModel,
  parse: ParseFile,
  known: Known,
): LinkedDraft {
  const faults: Fault[] = [...sources.faults];
  const how: PlanReading = {
    ...{ model, known, modelKey: hashOf(model), named: partsOf(model), own: new Map() },
    note: (fault) => faults.push(fault),
  };
  // What could not be opened counts as empty, and has been noted.
  const noted = new Set(faults.map((fault) => fault.place.path));
  const files = sources.texts.map((raw) => parse(raw, noted.has(raw.path) ? () => {} : how.note));
  const main = files.find(({ source }) => /(?:^|\/)plan\.md$/u.test(source.path)) ?? files[0];
  if (main === undefined && faults.length === 0) {
    how.note({ rule: 'no-sources', place: startOf(sources.folder), subject: sources.folder });
  }
  const file = main ?? { source: { path: sources.folder, text: '' }, tree: parseMarkdown('') };
  const others = files.filter((one) => one !== main);
  const run = runOf(file, how.note);
  const { before, goals } =
    others.length === 0
      ? oneFile(run, how)
      : { before: run.blocks, goals: folders(sources, others, how) };
  const plan = { ...planHead(run, how), body: before, goals };
  const links = resolveLinks(plan, sources, how.own);
  const draft: DraftPlan = {
    type: 'plan',
    slug: sources.slug,
    folder: sources.folder,
    ...plan,
    // What is wrong with a picture matters where the text shows it.
    faults: faults.filter(({ rule, subject }) => !ofPictures.has(rule) || links.used.has(subject)),
    sources: files.map((one) => one.source),
  };
  return { draft, links };
}

interface PlanReading extends LayoutReading, OwnFileReading {
  /** The sections in files of their own of which something is kept. */
  readonly own: Map<DraftSection, OwnFile>;
}

function planHead(run: Run, how: LayoutReading) {
  const { source } = run.file;
  const matter = run.yaml && readFrontMatter(yamlBlock(source, run.yaml), planSchema, how.note);
  const { authors, organization, subjects, submitter, stratml, ...rest } = matter?.value ?? {};
  const title = run.heading && readTitle(source.path, run.heading);
  const id = rest.id ?? title?.id;
  const given = defined({
    ...rest,
    id,
    submitter: submitter && defined(submitter),
    stratml: stratml && defined(stratml),
  });
  const value: PlanMatter = {
    ...given,
    authors: (authors ?? []).map((one) => defined({ fileAs: undefined, ...one })),
    organizations: (organization ?? []).map((one) => defined(one)),
    subjects: subjects ?? [],
  };
  const named = value.title;
  return {
    matter: { value, places: matter?.places ?? new Map<string, Place>() },
    title:
      title?.title ??
      (named === undefined ? undefined : { value: named, place: startOf(source.path) }),
    titleContent: title?.title
      ? title.content
      : named === undefined
        ? []
        : [{ type: 'text' as const, value: named }],
    source,
    definitions: run.definitions,
    place: run.heading ? placeOf(source.path, run.heading) : startOf(source.path),
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without the keys that hold nothing. */
function defined<T extends object>(
  value: T,
): Partial<Defined<T>> & Pick<Defined<T>, RequiredKeys<T>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as Defined<T>;
}

type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

/** Goals at h2, sections at h3, parts at h4. */
function oneFile(run: Run, how: LayoutReading) {
  const stays = (heading: Heading) => planHeadings.has(wordsOf(heading).trim().toLowerCase());
  const { before, runs } = splitRun(run, 2, stays);
  const goals = runs.map((goal) => {
    const inside = splitRun(goal, 3);
    const sections = inside.runs.map((section) => readSection(section, 4, how));
    return readGoal({ ...goal, blocks: inside.before }, sections, how);
  });
  return { before, goals };
}

/** A folder a goal, a file a section. */
function folders(
  sources: PlanSources,
  files: readonly ParsedFile[],
  how: PlanReading,
): DraftGoal[] {
  const groups = new Map<string, ParsedFile[]>();
  for (const file of files) {
    const below = file.source.path.slice(sources.folder.length + 1).split('/');
    const folder = below.length > 1 ? (below[0] ?? '') : '';
    const group = groups.get(folder) ?? [];
    groups.set(folder, group);
    group.push(file);
  }
  return [...groups].map(([folder, group]) => goalOf(sources.folder, folder, group, how));
}

function goalOf(
  plan: string,
  folder: string,
  group: readonly ParsedFile[],
  how: PlanReading,
): DraftGoal {
  const own = group.find(({ source }) => source.path === `${plan}/${folder}/goal.md`);
  const sections: DraftSection[] = group
    .filter((file) => file !== own)
    .map((file) => sectionOf(file, how));
  if (own) return readGoal(runOf(own, how.note), sections, how);
  const path = folder === '' ? plan : `${plan}/${folder}`;
  for (const { source } of folder === '' ? group : group.slice(0, 1)) {
    const rule = folder === '' ? 'section-without-goal' : 'goal-without-file';
    how.note({ rule, place: startOf(source.path), subject: folder === '' ? source.path : path });
  }
  const source = { path, text: '' };
  const empty = { source, tree: parseMarkdown('') };
  const run = {
    file: empty,
    heading: undefined,
    yaml: undefined,
    definitions: { content: [] },
    blocks: [],
  };
  return readGoal(run, sections, how);
}

/** As `partNamed`, for headings that come again and again. */
function partsOf(model: ContentModel): PlanReading['named'] {
  const known = new Map<string, ReturnType<typeof partNamed>>();
  return (heading) => {
    if (!known.has(heading)) known.set(heading, partNamed(model, heading));
    return known.get(heading);
  };
}

function sectionOf(file: ParsedFile, how: PlanReading): DraftSection {
  if (file.key === undefined) return readSection(runOf(file, how.note), 2, how);
  const own = ownFile(file, file.key, how);
  for (const fault of own.faults) how.note(fault);
  how.own.set(own.section, own);
  return own.section;
}
