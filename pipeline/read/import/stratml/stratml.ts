/** Reads StratML: Part 1 and Part 2, ISO's and ANSI's, and what people write in their place. */
import type { SourceText } from '../../../model/draft.ts';
import { hashOf, hashOfAll, type KeptMarkdown } from '../../../model/kept-markdown.ts';
import { stratmlNamespaces, stratmlRoots } from '../../../model/stratml.ts';
import type { Imported, ImportedPlan, ImportNote } from '../imported.ts';
import { excerpt, openNoteBook, type Tell } from '../notes.ts';
import { openIdentifiers } from './identifiers.ts';
import { lineOf } from './leaf-text.ts';
import { readGoal } from './nodes.ts';
import { tellOrder } from './order.ts';
import { parseXml } from './parse-xml.ts';
import { planMatter, planParts } from './plan-head.ts';
import { childBlocks, childLine, quiet, type Reading } from './reading.ts';
import type { XmlElement } from './xml-element.ts';

/** Whether a text is XML, of whatever kind. */
export function looksLikeXml(text: string): boolean {
  return /^\uFEFF?\s*<(?:[?!]|[\p{L}_][\w:.-]*[\s/>])/u.test(text.slice(0, 10_000));
}

/**
 * Reads one document. `kept` is the Markdown that was kept beside it when it was written, if any.
 * Never fails: where it is no StratML, `plan` is undefined and a note says why.
 */
export function importStratml(source: SourceText, kept?: KeptMarkdown): Imported {
  const { notes, tell, placeOf } = openNoteBook(source);
  const root = parseXml(source.text, tell);
  if (root === undefined) return { plan: undefined, notes };
  if (root.name !== stratmlRoots[1] && root.name !== stratmlRoots[2]) {
    tell(
      'lost',
      `This is XML, but no StratML: it begins with <${root.written}>, not with <StrategicPlan> or <PerformancePlanOrReport>. Nothing is read.`,
      { start: root.at.start, end: root.at.start + root.written.length + 1 },
    );
    return { plan: undefined, notes };
  }
  const keptOf: Reading['keptOf'] = (element, key) => {
    const found = key === undefined ? undefined : kept?.texts[key];
    return found?.sha256 === hashOf(element) ? found : undefined;
  };
  const plan = readPlan(root, { tell, placeOf, identifierOf: openIdentifiers(tell), keptOf });
  const document = kept?.texts['document'];
  if (document !== undefined && document.sha256 === hashOfAll(root)) {
    return { plan: { ...plan, written: document, whole: true }, notes: [] };
  }
  if (kept !== undefined) tellKept(plan, tell, root.at);
  tellUnused(root, tell);
  tellEmpties(root, tell);
  return { plan, notes: once(notes) };
}

/** Tells how much of the plan was taken from the Markdown beside it. */
function tellKept(plan: ImportedPlan, tell: Tell, at: XmlElement['at']): void {
  const nodes = [plan, ...plan.goals.flatMap((goal) => [goal, ...goal.sections])];
  const changed = nodes.filter(({ written }) => written === undefined).length;
  const rest =
    changed === 0 ? 'nothing has changed since' : `${changed} changed since and are read anew`;
  tell(
    'hint',
    `The Markdown beside this file is used for ${nodes.length - changed} of ${nodes.length} files; ${rest}. Pictures are not among it.`,
    at,
  );
}

function readPlan(root: XmlElement, reading: Reading): ImportedPlan {
  const part = root.name === stratmlRoots[2] ? 2 : 1;
  const measured = part === 2 || holdsAny(root, 'PerformanceIndicator');
  const { tell } = reading;
  root.use();
  const head = { start: root.at.start, end: root.at.start + root.written.length + 1 };
  tellDialect(root, part, head, tell);
  tellOrder(root, tell);
  const core = root.first('StrategicPlanCore') ?? root;
  const title = childLine(root, 'Name', reading);
  if (title === '') tell('missing', 'The plan has no name. Write one into plan.md.', head);
  if (!measured) {
    tell(
      'missing',
      'Part 1 of StratML has no element for indicators; the sections are written without that part.',
      head,
    );
  }
  const written = reading.keptOf(root, 'plan');
  const own = written === undefined ? reading : quiet(reading);
  const { id, ...matter } = planMatter(root, core, own);
  const goals = core.all('Goal').map((goal) => readGoal(goal, reading, measured));
  if (goals.length === 0) tell('missing', 'The plan has no goal.', head);
  return {
    type: 'plan',
    id,
    title: title === '' ? undefined : title,
    matter,
    written,
    intro: childBlocks(root, 'Description', own),
    parts: planParts(root, core, own),
    goals,
    mentioned: false,
    place: reading.placeOf(root.at),
  };
}

function tellDialect(root: XmlElement, part: 1 | 2, at: XmlElement['at'], tell: Tell): void {
  const wanted = stratmlNamespaces[part];
  if (root.namespace === wanted) return;
  const found = root.namespace === undefined ? 'no namespace' : `the namespace ${root.namespace}`;
  tell('repaired', `The document has ${found}; it is read as if it had ${wanted}.`, at);
}

/** Tells what nobody asked for, where it has anything in it. */
function tellUnused(root: XmlElement, tell: Tell): void {
  const { elements, attributes } = root.unused();
  for (const element of elements) {
    if (element.isEmpty) continue;
    const text = excerpt(lineOf(element.allText()), 40);
    tell(
      'lost',
      `<${element.written}> has no place here; "${text}" is left out. Bring it in by hand if it is needed.`,
      element.at,
    );
  }
  for (const [element, name] of attributes) {
    const value = element.attribute(name) ?? '';
    if (value === '') continue;
    tell('lost', `The attribute ${name}="${excerpt(value, 40)}" is left out.`, element.at);
  }
}

/** Tells which elements and attributes have nothing in them at all: a plan written again has them no more. */
function tellEmpties(root: XmlElement, tell: Tell): void {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const count = (element: XmlElement): void => {
    if (element.children.length === 0 && element.isEmpty) add(element.name);
    for (const [name, value] of element.attributes) if (value.trim() === '') add(`${name}=""`);
    element.children.forEach(count);
  };
  count(root);
  if (counts.size === 0) return;
  const list = [...counts].map(([name, number]) => `${number} ${name}`).join(', ');
  tell('empty', `What has nothing in it is not kept: ${list}.`, root.at);
}

function holdsAny(element: XmlElement, name: string): boolean {
  return element.children.some((child) => child.name === name || holdsAny(child, name));
}

/** Notes without those that say the same of the same place. */
function once(notes: readonly ImportNote[]): ImportNote[] {
  const seen = new Set<string>();
  return notes.filter(({ kind, message, place }) => {
    const key = `${kind} ${message} ${place.start.offset}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
