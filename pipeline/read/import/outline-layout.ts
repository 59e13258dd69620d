/**
 * Takes the text of an outline page apart at its labels, in each of the three forms in which such pages are found:
 * A, labels alone on their lines with blank lines around; B, hard wrapped, a label may end a line of text;
 * C, the residue of a table, everything on one line between rows of navigation.
 */
import { joined, linesOf, type Passage, trimmed } from './passage.ts';

export type OutlineForm = 'A' | 'B' | 'C';

/** What may stand before a colon on such a page, as the stylesheets of StratML write it. */
export type OutlineLabel = 'background' | 'stakeholders' | 'objectives' | 'indicators';

/** A label and the lines beneath it. */
export interface LabelledLines {
  readonly label: OutlineLabel;
  /** The label itself, as written, with its colon. */
  readonly at: Passage;
  readonly lines: readonly Passage[];
}

export interface OutlineLayout {
  readonly form: OutlineForm;
  /** Such as `Documents/NATO2020/3: Partnerships/3.13: Russia`. */
  readonly path: Passage | undefined;
  /** What stands before the first label: title and description. */
  readonly lead: readonly Passage[];
  readonly parts: readonly LabelledLines[];
  /** Labels that stand a second time; with what follows they are kept as text. */
  readonly repeated: readonly Passage[];
}

const labels: readonly (readonly [OutlineLabel, string])[] = [
  ['background', 'Other Information'],
  ['stakeholders', 'Stakeholder\\(s\\)'],
  ['objectives', 'Objective\\(s\\)'],
  ['indicators', '(?:Performance )?Indicator\\(s\\)'],
];
const anyLabel = labels.map(([, words]) => words).join('|');

const labelAlone = new RegExp(`^(?:${anyLabel}):$`, 'u');

/** Where each form may have a label in a line. */
const labelIn: Readonly<Record<OutlineForm, RegExp>> = {
  A: new RegExp(`^(?:${anyLabel}):$`, 'gu'),
  B: new RegExp(`(?<=^|\\s)(?:${anyLabel}):$`, 'gu'),
  C: new RegExp(`(?<=^|\\s)(?:${anyLabel}):(?=\\s|$)`, 'gu'),
};

export function layOut(text: string): OutlineLayout {
  const all = linesOf(text, text.startsWith('\uFEFF') ? 1 : 0);
  const form = formOf(all);
  const rows = form === 'C' ? all.flatMap(contentOfRow) : all.filter((line) => line.text !== '|');
  const isPath = (line: Passage) => line.text.startsWith('Documents/');
  const first = rows.findIndex((line) => line.text !== '');
  const pathAt = form === 'C' ? rows.findIndex(isPath) : isPath(rows[first] ?? none) ? first : -1;
  const content = rows.filter((_, index) => index !== pathAt);
  return {
    form,
    path: rows[pathAt],
    ...splitAtLabels(form, form === 'A' ? content : unwrapLabels(content)),
  };
}

const none: Passage = { text: '', start: 0, end: 0 };

function formOf(lines: readonly Passage[]): OutlineForm {
  if (lines.some(({ text }) => /^\|\s*Documents\/.*\|$/u.test(text) || isNavigation(text))) {
    return 'C';
  }
  const written = lines.filter(({ text }) => text !== '');
  const spaced = lines.some(
    ({ text }, index) =>
      text.startsWith('•') || (labelAlone.test(text) && lines[index + 1]?.text === ''),
  );
  return spaced || written[0]?.text.startsWith('Documents/') === true ? 'A' : 'B';
}

/** `![() |`, or a row of at least three cells. */
function isNavigation(line: string): boolean {
  return /^!\[\]?\(.*\|$/u.test(line) || (line.startsWith('|') && line.split('|').length > 4);
}

/** A row of a table without its bars; nothing for navigation and blank rows. */
function contentOfRow(line: Passage): Passage[] {
  if (isNavigation(line.text)) return [];
  const inner = line.text.replace(/^\|/u, ' ').replace(/\|$/u, '');
  const row = trimmed(inner, line.start);
  return row.text === '' ? [] : [row];
}

/** Puts "Other" and "Information:" together where a wrap came between them. */
function unwrapLabels(lines: readonly Passage[]): Passage[] {
  return lines.reduce<Passage[]>((done, line) => {
    const last = done.at(-1);
    if (
      last !== undefined &&
      /(?:^|\s)Other$/u.test(last.text) &&
      /^Information:/u.test(line.text)
    ) {
      return [...done.slice(0, -1), joined([last, line], ' ')];
    }
    done.push(line);
    return done;
  }, []);
}

function splitAtLabels(
  form: OutlineForm,
  lines: readonly Passage[],
): Pick<OutlineLayout, 'lead' | 'parts' | 'repeated'> {
  const lead: Passage[] = [];
  const parts: { label: OutlineLabel; at: Passage; lines: Passage[] }[] = [];
  const repeated: Passage[] = [];
  for (const line of lines) {
    let from = 0;
    const take = (to: number) => {
      const piece = trimmed(line.text.slice(from, to), line.start + from);
      if (piece.text !== '' || line.text === '') (parts.at(-1)?.lines ?? lead).push(piece);
    };
    for (const match of line.text.matchAll(labelIn[form])) {
      const at = trimmed(match[0], line.start + match.index);
      const label = labels.find(([, words]) => new RegExp(`^${words}:$`, 'u').test(at.text))?.[0];
      if (label === undefined) continue;
      if (parts.some((part) => part.label === label)) {
        repeated.push(at);
        continue;
      }
      take(match.index);
      parts.push({ label, at, lines: [] });
      from = match.index + match[0].length;
    }
    take(line.text.length);
  }
  return { lead, parts, repeated };
}
