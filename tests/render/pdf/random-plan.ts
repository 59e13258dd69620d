/** Plans of every shape for the print's properties: notes of every length, called from text, lists, quotes and tables. */
import fc from 'fast-check';
import type { Note, ResolvedPlan, ResolvedSection } from '../../../pipeline/model/resolved.ts';
import { flow, goal, part, section, stakeholder } from '../../support/resolved.ts';
import { samplePlan, sentences } from './sample.ts';

/** A block of text by its kind; `long` is a number of sentences or rows, `notes` how many it calls. */
const block = fc.record({
  kind: fc.constantFrom('text', 'text', 'text', 'list', 'quote', 'heading', 'table', 'wide'),
  long: fc.integer({ min: 1, max: 9 }),
  notes: fc.integer({ min: 0, max: 3 }),
  noteLong: fc.integer({ min: 0, max: 5 }),
});
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never;

/** What is written in a plan: goals, of sections, of blocks. */
export type Goals = readonly (readonly (readonly Block[])[])[];

/** So many goals of up to six sections with up to nine blocks each. */
export function randomGoals(minLength: number, maxLength: number): fc.Arbitrary<Goals> {
  const blocks = fc.array(block, { minLength: 1, maxLength: 9 });
  return fc.array(fc.array(blocks, { minLength: 1, maxLength: 6 }), { minLength, maxLength });
}

/** One or two goals. */
export const randomPlan: fc.Arbitrary<ResolvedPlan> = randomGoals(1, 2).map((goals) =>
  planOf(goals),
);

/** The plan of some goals; `bodyOf` is the HTML that each begins with. */
function planOf(goals: Goals, bodyOf: (at: number) => string = () => ''): ResolvedPlan {
  return samplePlan({
    goals: goals.map((sections, at) =>
      goal(`${at + 1}`, `Goal ${at + 1}`, `g${at}.html`, {
        anchor: `g${at}`,
        body: flow(bodyOf(at)),
        sections: sections.map((blocks, index) => sectionOf(`g${at}s${index}`, index, blocks)),
      }),
    ),
  });
}

/** The plan of some goals, each of which begins with links to all sections of all goals. */
export function linkedPlan(goals: Goals): ResolvedPlan {
  const links = goals.flatMap((sections, at) =>
    sections.map((_, index) => `<a data-target="g${at}s${index}">section ${index + 1}</a>`),
  );
  return planOf(goals, (at) => `<p id="g${at}links">See ${links.join(', ')}.</p>`);
}

/** One change to what is written: a block is another, one comes or goes, a section comes or goes, a goal comes or goes. */
const edit = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'delete', 'section', 'goal'),
  at: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)),
  block,
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What is written, and so many versions that each come of an edit to the one before. */
export function randomVersions(count: number): fc.Arbitrary<readonly Goals[]> {
  const edits = fc.array(edit, { minLength: count, maxLength: count });
  return fc.tuple(randomGoals(2, 3), edits).map(([first, all]) => {
    const versions = [first];
    for (const one of all) versions.push(edited(versions.at(-1) ?? first, one));
    return versions;
  });
}

function edited(goals: Goals, { kind, at, block: fresh }: Edit): Goals {
  const goalAt = at[0] % goals.length;
  const sections = goals[goalAt] ?? [];
  const sectionAt = at[1] % sections.length;
  const blocks = sections[sectionAt] ?? [];
  const blockAt = at[2] % blocks.length;
  const withBlocks = (now: readonly Block[]) => goals.with(goalAt, sections.with(sectionAt, now));
  switch (kind) {
    case 'replace':
      return withBlocks(blocks.with(blockAt, fresh));
    case 'insert':
      return withBlocks(blocks.toSpliced(blockAt, 0, fresh));
    case 'delete':
      return blocks.length > 1 ? withBlocks(blocks.toSpliced(blockAt, 1)) : goals;
    case 'section':
      return goals.with(
        goalAt,
        sections.length > 1 ? sections.toSpliced(sectionAt, 1) : [...sections, [fresh]],
      );
    case 'goal':
      return goals.length > 2 ? goals.toSpliced(goalAt, 1) : [...goals, [[fresh]]];
  }
}

/** The text that each note of a random plan begins with, and none other has. */
export function noteText(anchor: string): string {
  return `Note ${anchor} ends.`;
}

function sectionOf(name: string, index: number, blocks: readonly Block[]): ResolvedSection {
  const notes: Note[] = [];
  const html = blocks.map((one, at) => htmlOf(`${name}b${at}`, one, notes)).join('');
  return section(`1.${index + 1}`, `Section ${name}`, `${name}.html`, {
    anchor: name,
    parts: [
      part('recommendation', `<p id="${name}r">${sentences(index, 1).join(' ')}</p>`, {
        anchor: `${name}rec`,
        lead: true,
      }),
      part('background', html, { anchor: `${name}back` }),
      part('stakeholders', '', {
        anchor: `${name}who`,
        stakeholders: Array.from({ length: 1 + (index % 4) }, (_, who) =>
          stakeholder(`Office ${who}`, { anchor: `${name}who${who}`, roles: ['Performer'] }),
        ),
      }),
    ],
    notes,
  });
}

function htmlOf(
  name: string,
  { kind, long, notes: count, noteLong }: Block,
  notes: Note[],
): string {
  const calls = Array.from({ length: count }, (_, at) => {
    const [anchor, call] = [`${name}n${at}`, `${name}c${at}`];
    const number = notes.length + 1;
    const text = [noteText(anchor), ...sentences(at, noteLong)].join(' ');
    notes.push({ anchor, number, calls: [call], flow: flow(`<p>${text}</p>`) });
    return `<sup><a data-note="${anchor}" id="${call}">${number}</a></sup>`;
  });
  const texts = Array.from({ length: long }, (_, at) => `${sentences(at, 1)[0]}${calls[at] ?? ''}`);
  const rest = calls.slice(long).join(' ');
  const items = texts.map((text) => `<li>${text}</li>`).join('');
  const cells = kind === 'wide' ? '<td>0.5</td>'.repeat(7) : '<td>A cell</td>';
  const heads = kind === 'wide' ? '<th>2030</th>'.repeat(7) : '<th>What</th>';
  const rows = Array.from({ length: long * 3 }, (_, at) => `<tr><td>Row ${at}</td>${cells}</tr>`);
  const table = `<table id="${name}"><thead><tr><th>No.</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const after = `<p id="${name}p">After it.${calls.join(' ')}</p>`;
  switch (kind) {
    case 'list':
      return `<ul id="${name}">${items}</ul><p>And so on.${rest}</p>`;
    case 'quote':
      return `<blockquote id="${name}"><p>${texts.join(' ')}${rest}</p></blockquote>`;
    case 'heading':
      return `<h3 id="${name}">A heading</h3><p>${texts.join(' ')}${rest}</p>`;
    case 'table':
    case 'wide':
      return `${table}${after}`;
    default:
      return `<p id="${name}">${texts.join(' ')}${rest}</p>`;
  }
}
