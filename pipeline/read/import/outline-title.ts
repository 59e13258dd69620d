/** Finds out what an outline page is called, what it is, and where in its plan it belongs. */
import type { PageAddress } from './address.ts';
import { excerpt, type Tell } from './notes.ts';
import type { OutlineLayout } from './outline-layout.ts';
import { type Passage, trimmed } from './passage.ts';

/** A name with the sign before it: `3.13` and "Russia". */
export interface NumberedName {
  readonly sequence?: string | undefined;
  readonly title?: string | undefined;
}

/** What a page says of its place in the plan. */
export interface PageNames extends NumberedName {
  readonly type: 'goal' | 'section';
  readonly planCode: string | undefined;
  /** The goal of a section; undefined on a goal's page, or where nothing tells it. */
  readonly goal: NumberedName | undefined;
  /** The lines between the title and the first label. */
  readonly description: readonly Passage[];
  readonly at: Passage;
}

/** Undefined where the page has no title of any kind. */
export function namesOf(
  layout: OutlineLayout,
  address: PageAddress | undefined,
  tell: Tell,
): PageNames | undefined {
  const lead = layout.lead.filter(({ text }, index) => text !== '' || index > 0);
  const path = layout.path === undefined ? undefined : readPath(layout.path.text, lead[0]?.text);
  const own = titleOf(layout, lead, path?.names.at(-1), tell);
  if (own === undefined) return undefined;
  const name = splitSequence(own.at.text);
  const type = typeOf(layout, address, path, name.sequence);
  const planCode = path?.planCode ?? address?.planCode;
  return { ...name, type, planCode, goal: goalOf(), ...own };

  function goalOf(): NumberedName | undefined {
    if (type === 'goal') return undefined;
    if (path?.names.length === 2 && path.names[0] !== undefined)
      return splitSequence(path.names[0]);
    const sequence = /^(.+?)\./u.exec(name.sequence ?? '')?.[1] ?? address?.goal.toString();
    if (sequence === undefined || own === undefined) return undefined;
    tell(
      'guessed',
      `The page does not say which goal it belongs to; its number says ${sequence}.`,
      own.at,
    );
    return { sequence };
  }
}

/** Splits "3.13: Russia"; a sign must hold a digit, or be a letter or Roman number. */
export function splitSequence(text: string): NumberedName {
  const match = /^([^:/]{1,12}):\s+(\S.*)$/su.exec(text);
  const [, sequence, title] = match ?? [];
  return sequence !== undefined && title !== undefined && /\d|^(?:[A-Z]|[IVXLC]+)$/u.test(sequence)
    ? { sequence: sequence.trim(), title }
    : { title: text };
}

interface PagePath {
  readonly planCode: string;
  /** The titles after the plan's code: goal, or goal and section; none on the plan's own page. */
  readonly names: readonly string[];
}

/** Names may hold a slash, so that a path is split by the page's own title, else before a sequence sign. */
function readPath(text: string, title: string | undefined): PagePath {
  const match = /^Documents\/([^/]*)(?:\/(.*))?$/su.exec(text);
  const [planCode = '', rest = ''] = match?.slice(1) ?? [];
  if (rest === '') return { planCode, names: [] };
  if (title !== undefined && rest === title) return { planCode, names: [rest] };
  if (title !== undefined && rest.endsWith(`/${title}`)) {
    return { planCode, names: [rest.slice(0, -title.length - 1), title] };
  }
  const [first = rest, ...others] = rest.split(/\/(?=[^:/]{1,12}: )/u);
  return { planCode, names: others.length === 0 ? [first] : [first, others.join('/')] };
}

/** The title's passage, and the lines after it: the page's first line, or as the path has it. */
function titleOf(
  layout: OutlineLayout,
  lead: readonly Passage[],
  inPath: string | undefined,
  tell: Tell,
): Pick<PageNames, 'at' | 'description'> | undefined {
  const [first, ...description] = lead;
  if (first === undefined || first.text === '') {
    if (inPath === undefined || layout.path === undefined) return undefined;
    tell(
      'repaired',
      `The page has no title of its own; "${inPath}" is taken from its path.`,
      layout.path,
    );
    return { at: { ...layout.path, text: inPath }, description };
  }
  if (inPath === undefined || inPath === first.text) return { at: first, description };
  if (first.text.startsWith(`${inPath} `)) {
    const rest = trimmed(first.text.slice(inPath.length), first.start + inPath.length);
    return {
      at: { text: inPath, start: first.start, end: first.start + inPath.length },
      description: [rest, ...description],
    };
  }
  const own = splitSequence(first.text);
  if (own.sequence === undefined && splitSequence(inPath).sequence !== undefined) {
    const at = layout.path ?? first;
    tell('guessed', `The page begins without a title; "${inPath}" is taken from its path.`, first);
    return { at: { ...at, text: inPath }, description: lead };
  }
  tell(
    'guessed',
    `The page is titled "${excerpt(first.text)}", its path says "${excerpt(inPath)}"; the title is kept.`,
    first,
  );
  return { at: first, description };
}

function typeOf(
  layout: OutlineLayout,
  address: PageAddress | undefined,
  path: PagePath | undefined,
  sequence: string | undefined,
): PageNames['type'] {
  if (address !== undefined) return address.objective === undefined ? 'goal' : 'section';
  if (path?.names.length === 2) return 'section';
  const has = (label: string) => layout.parts.some((part) => part.label === label);
  if (has('objectives')) return 'goal';
  if (has('indicators')) return 'section';
  return path?.names.length === 1 || sequence?.includes('.') === false ? 'goal' : 'section';
}
