/** What checking tells of plans: from the cache where all that goes into it is as it was. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Coverage, coverageOf } from '../check/coverage.ts';
import type { RuleFailure } from '../check/guarded.ts';
import type { SourceText } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { hashOf } from '../model/hash.ts';
import { utf8Text } from '../read/decode.ts';
import type { Cache } from './cache/cache.ts';
import { piecesName } from './cache/kept-pieces.ts';
import { type KnownValues, knownNames, knownValues } from './cache/known-values.ts';
import { shelfNames } from './cache/parsed-files.ts';
import { type PlanInputs, planInputs } from './cache/plan-inputs.ts';
import {
  type CheckRecord,
  noRecord,
  type PlanRecord,
  recordSchema,
  type StepInputs,
  verdictsName,
} from './cache/record.ts';
import { changedFiles, reasonToRun } from './cache/step.ts';
import type { CheckedPlan } from './check-plans.ts';
import type { Project } from './config/load-project.ts';
import { loadPlan, type PlanPlace } from './load.ts';
import type { Parsing } from './parsing/parse-plan.ts';
import { inStep, type Progress } from './progress.ts';
import { isWithin, type NamedPlan } from './select-plans.ts';
import { show } from './walk-folder.ts';

/** What a reporter needs to know of a checked plan. */
export interface PlanSummary {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  readonly coverage: Coverage;
  /** Every text of the plan; of those that no finding names, the path only. */
  readonly sources: readonly SourceText[];
}

/** A plan's summary, and where it comes from. */
export interface PlanReport extends PlanSummary {
  /** The name of its record in the cache. */
  readonly name: string;
  readonly place: PlanPlace;
  readonly record: PlanRecord;
  readonly inputs: PlanInputs;
  readonly checkInputs: StepInputs;
  /** The files that differ from those of the record before. */
  readonly changed: readonly string[];
  /** Why it was checked; undefined where the cache knew. */
  readonly reason: string | undefined;
  /** Every finding, also those that were not asked about. */
  readonly all: readonly Finding[];
  /** The plan itself. It is given away: for who asks again, it is read again. */
  checked(): Promise<CheckedPlan>;
}

/** How plans are looked at. */
export interface Looking {
  readonly cache: Cache;
  /** A hash over what checks them: `codeInputs`. */
  readonly code: string;
  /** On how many threads they are parsed at most; undefined for as many as gain by it. */
  readonly jobs?: number | undefined;
  readonly progress: Progress;
}

/** A report of each plan, in order. What is new is kept in the cache. */
export async function planReports(
  project: Project,
  named: readonly NamedPlan[],
  looking: Looking,
): Promise<readonly PlanReport[]> {
  const reports: PlanReport[] = [];
  for (const one of named) reports.push(await planReport(project, one, looking));
  return reports;
}

async function planReport(
  project: Project,
  { place, within }: NamedPlan,
  { cache, code, jobs, progress }: Looking,
): Promise<PlanReport> {
  const name = recordName(project.root, place);
  const before = cache.read(name, recordSchema) ?? noRecord;
  const inputs = planInputs(project.root, place, before.files);
  // The rest of a project is made from these two.
  const config = hashOf(project.config, project.source);
  const checkInputs = { briefwright: code, config, sources: inputs.hash };
  const changed = changedFiles(before.files, inputs.files);
  const reason = reasonToRun(before.check, checkInputs, { changed });
  const known = reason === undefined ? before.check : undefined;
  const parsing = { cache, code, jobs, name };
  const summary =
    known === undefined
      ? await inStep(progress, { plan: place.slug, name: 'check', reason }, () =>
          checkNow(project, place, parsing),
        )
      : {
          ...remembered(project.root, known),
          checked: () => readAgain(project, place, parsing, known),
        };
  const check = known ?? checkRecord(summary, checkInputs);
  // What was read while somebody wrote is told, and not kept.
  const steady = known !== undefined || isSteady(project, place, inputs);
  const record = { ...before, files: inputs.files, check: steady ? check : undefined };
  if (!isDeepStrictEqual(record, before)) cache.write(name, record);
  const { findings: all } = summary;
  const findings = within ? all.filter((one) => isWithin(within)(one.place.path)) : all;
  return { name, place, inputs, changed, checkInputs, reason, record, ...summary, all, findings };
}

/** Keeps the records of these plans, of all that there are in the project. */
export function forgetOthers(cache: Cache, reports: readonly PlanReport[]): void {
  const names = reports.flatMap(({ name, place }) => [
    name,
    ...shelfNames(parsedName(name)),
    ...knownNames(readName(name)),
    ...knownNames(`${name}.known`),
    `${name}.pages`,
    piecesName(name),
    verdictsName(place.slug),
  ]);
  cache.keepOnly(['library', ...names]);
}

/** The reports that concern one of those files; of each the findings there. */
export function onlyFiles(
  reports: readonly PlanReport[],
  files: ReadonlySet<string>,
): readonly PlanReport[] {
  return reports
    .filter(({ sources }) => sources.some(({ path: file }) => files.has(file)))
    .map((report) => ({
      ...report,
      findings: report.findings.filter(({ place }) => files.has(place.path)),
    }));
}

/** A plan that is read and checked already. */
export function summaryOf({ findings, failures, draft, model }: CheckedPlan): PlanSummary {
  return { findings, failures, coverage: coverageOf(draft, model), sources: draft.sources };
}

/** Whether the plan's folder is as it was when the inputs were looked at. */
export function isSteady({ root }: Project, place: PlanPlace, inputs: PlanInputs): boolean {
  return planInputs(root, place, inputs.files).hash === inputs.hash;
}

/** What texts are parsed with, and the name of the plan's record. */
type Reading = Pick<Parsing, 'cache' | 'name' | 'code' | 'jobs'>;

async function checkNow(project: Project, place: PlanPlace, parsing: Reading) {
  const [{ checkPlan }, { parsePlan }] = await reading();
  const sources = await loadPlan(project.root, place);
  const known = knownOf(parsing);
  const parse = await parsePlan(sources.texts, parsingWith(parsing, known));
  const checked = checkPlan(project, { sources, only: undefined }, { parse, known });
  const { findings, failures } = checked;
  // What a rule that failed would have found nobody knows.
  if (failures.length === 0) known.keep();
  return {
    ...summaryOf(checked),
    checked: giveAway(checked, () => readAgain(project, place, parsing, { findings })),
  };
}

function giveAway(
  checked: CheckedPlan,
  again: () => Promise<CheckedPlan>,
): () => Promise<CheckedPlan> {
  let held: CheckedPlan | undefined = checked;
  return async () => {
    const given = held ?? (await again());
    held = undefined;
    return given;
  };
}

/** What is loaded only where something is read. */
function reading() {
  return Promise.all([import('./check-plans.ts'), import('./parsing/parse-plan.ts')]);
}

/** The plan, without looking for what was found before. */
async function readAgain(
  project: Project,
  place: PlanPlace,
  parsing: Reading,
  { findings }: Pick<CheckRecord, 'findings'>,
): Promise<CheckedPlan> {
  const [{ readPlan }, { parsePlan }] = await reading();
  const sources = await loadPlan(project.root, place);
  const known = knownOf(parsing);
  const parse = await parsePlan(sources.texts, parsingWith(parsing, known));
  return { ...readPlan(project, sources, { parse, known }), findings, failures: [] };
}

function knownOf({ cache, name, code }: Reading): KnownValues {
  return knownValues(cache, readName(name), { code });
}

function parsingWith(reading: Reading, known: KnownValues): Parsing {
  return { ...reading, name: parsedName(reading.name), known };
}

/** What a rule that failed would have found nobody knows: nothing is kept then. */
function checkRecord(summary: PlanSummary, inputs: StepInputs): CheckRecord | undefined {
  const { findings, failures, coverage, sources } = summary;
  if (failures.length > 0) return undefined;
  const files = sources.map((one) => one.path);
  const blank = sources.filter(({ text }) => text === '').map((one) => one.path);
  return { inputs, findings, coverage, files, blank };
}

function remembered(root: string, { findings, coverage, files, blank }: CheckRecord): PlanSummary {
  const places = findings.flatMap(({ place, related }) => [
    place,
    ...related.map((one) => one.place),
  ]);
  const shown = new Set(places.map((place) => place.path));
  for (const one of blank) shown.delete(one);
  const sources = files.map((file) => {
    if (!shown.has(file)) return { path: file, text: '' };
    return { path: file, text: utf8Text(bytesOf(path.join(root, file))) };
  });
  return { findings, failures: [], coverage, sources };
}

/** Of a file that vanished this moment, nothing. */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/** The name of what is kept of its parsed texts. */
function parsedName(name: string): string {
  return `${name}.parsed`;
}

/** The name of what is kept of reading and checking its texts. */
function readName(name: string): string {
  return `${name}.read`;
}

/** The plan's name, which people know it by, and a hash, since plans in two folders may share it. */
function recordName(root: string, { slug, full }: PlanPlace): string {
  const plain = slug.replace(/[^\w-]/gu, '_').slice(0, 60);
  return `${plain}-${hashOf(show(root, full)).slice(0, 12)}`;
}
