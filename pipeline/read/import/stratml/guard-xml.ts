/** Looks over a text before it is parsed as XML, so that no file can cost more than its size: in one pass, without recursion. */
import type { Range } from '../notes.ts';

/** No StratML is nested deeper than twelve; parsing and writing go down as many levels. */
const mostLevels = 100;

/** The largest known plan has some 30,000. */
const mostElements = 400_000;

/** Why a text is not parsed, and where that shows. */
export interface Refusal {
  readonly message: string;
  readonly at: Range;
}

/** What was found in a text that may be parsed. */
export interface Looked {
  /** A DOCTYPE without anything declared in it; it is passed over. */
  readonly doctype: Range | undefined;
}

/** Goes over all tags; a refusal where parsing would cost too much, or entities are declared. */
export function guardXml(text: string): Looked | Refusal {
  let level = 0;
  let elements = 0;
  let doctype: Range | undefined;
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', start)) {
    const skipped = afterMarkup(text, start);
    if (skipped !== undefined) {
      start = skipped;
      continue;
    }
    const end = text.indexOf('>', start);
    if (end === -1) break;
    const at = { start, end: end + 1 };
    if (/^<!DOCTYPE/iu.test(text.slice(start, start + 9))) {
      if (text.slice(start, end).includes('[')) return refused('declares', at);
      doctype = at;
    } else if (text[start + 1] === '/') level -= 1;
    else {
      elements += 1;
      if (text[end - 1] !== '/') level += 1;
      if (level > mostLevels) return refused('deep', at);
      if (elements > mostElements) return refused('many', at);
    }
    start = end + 1;
  }
  return { doctype };
}

/** The offset after a comment, a CDATA section or an instruction that begins here; undefined where a tag does. */
function afterMarkup(text: string, start: number): number | undefined {
  const marks: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  const mark = marks.find(([open]) => text.startsWith(open, start));
  if (mark === undefined) return undefined;
  const end = text.indexOf(mark[1], start + mark[0].length);
  return end === -1 ? text.length : end + mark[1].length;
}

const reasons = {
  declares:
    'The file declares a document type of its own. Entities in it could make the file endless or read other files, so it is not read: take the DOCTYPE out.',
  deep: `Elements are nested more than ${mostLevels} deep. StratML needs twelve levels: this is no plan, or it is broken.`,
  many: `The file has more than ${mostElements} elements. Split the plan.`,
} as const;

function refused(reason: keyof typeof reasons, at: Range): Refusal {
  return { message: reasons[reason], at };
}
