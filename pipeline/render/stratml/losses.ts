/** What StratML cannot say, collected while a plan is written: told once for each kind, with the files it is in. */
import type { Finding } from '../../model/finding.ts';
import { startOf } from '../../model/place.ts';

/** Kinds of loss, and what becomes of each. */
const kinds = {
  emphasis: 'emphasis is written as plain text',
  link: 'a link inside the plan is written as its text alone',
  address: 'a link is written as its text with the address after it',
  table: 'a table is written as lines of text',
  picture: 'a picture is written as its description alone',
  note: 'a footnote is written as text at the end',
  heading: 'a heading inside a text is written as a line of it',
  quote: 'a quotation is written as plain text',
  code: 'code is written as plain text',
  numbering: 'a list that does not count from 1 by dots is written so',
  intro: 'text before the first part is written into OtherInformation',
  part: 'a part that StratML does not have is written into OtherInformation',
  waiver: 'a waived part is not written; its reason is lost',
  gap: 'a part that is not there is not written',
  matter: 'front matter that StratML has no element for is not written',
  date: 'a date that is no full day is written as the last day it may mean',
  value: 'a value that is no plain number is written as words beside its number',
  organization:
    'stakeholders under the name of no organization of the plan are written with the first one',
  role: 'Part 1 has no roles; they are not written',
  indicator: 'Part 1 has no indicators; they are not written',
  id: 'Part 1 has no identifier for this; it is not written',
  type: 'Part 1 has no type of document; it is not written',
  control: 'a character that XML does not allow is left out',
} as const;

export type LossKind = keyof typeof kinds;

/** Notes losses of one file of the plan. */
export type Lose = (kind: LossKind, detail?: string) => void;

export class Losses {
  readonly #found = new Map<LossKind, { path: string; detail: string }[]>();

  /** Notes what is lost of a file. */
  in(path: string): Lose {
    return (kind, detail = '') => {
      const before = this.#found.get(kind) ?? [];
      before.push({ path, detail });
      this.#found.set(kind, before);
    };
  }

  /** A finding for each kind, in the order of the list above. */
  findings(): Finding[] {
    return Object.entries(kinds).flatMap(([kind, text]) => {
      const found = isKind(kind) ? (this.#found.get(kind) ?? []) : [];
      const [first] = found;
      return first === undefined ? [] : [lossFinding(text, found, first.path)];
    });
  }
}

function isKind(word: string): word is LossKind {
  return word in kinds;
}

function lossFinding(
  text: string,
  found: readonly { path: string; detail: string }[],
  path: string,
): Finding {
  const paths = [...new Set(found.map((one) => one.path))];
  const details = [...new Set(found.map((one) => one.detail).filter((one) => one !== ''))];
  const times = found.length === 1 ? 'once' : `${found.length} times`;
  const named = details.length === 0 ? '' : `: ${details.slice(0, 8).join(', ')}`;
  return {
    severity: 'info',
    rule: 'stratml-loss',
    message: `In StratML, ${text} (${times}${named}).`,
    place: startOf(path),
    help: 'Nothing has to be done; the other editions have it, and the Markdown is kept beside the StratML file.',
    related: paths.slice(1, 6).map((one) => ({ message: 'Here too.', place: startOf(one) })),
  };
}
