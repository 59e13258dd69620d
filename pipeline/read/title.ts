/** A heading read as a title: `3.13: Russia {#_8dff}` is a sequence, a name and an id. */
import type { Heading, PhrasingContent } from 'mdast';
import type { Located } from '../model/place.ts';
import { placeOf } from './markdown.ts';
import { wordsOf } from './words-of.ts';

export interface Title {
  readonly title: Located<string> | undefined;
  readonly content: readonly PhrasingContent[];
  readonly sequence: string | undefined;
  readonly id: string | undefined;
}

/** A number, a letter, or letters with a number (`3.13`, `A`, `EX1.2`), never a word. */
const sequencePattern = /^(\d+(?:\.\d+)*[a-z]?|[A-Z]|[A-Z]{1,3}\d+(?:\.\d+)*): +/u;
const idPattern = /(?<!\s)\s*\{#([^\s{}]+)\}\s*$/u;

/** Whether a heading of this text would be read as a sequence or an id and a name. */
export function opensWithSequence(title: string): boolean {
  return sequencePattern.test(title) || idPattern.test(title);
}

export function readTitle(path: string, heading: Heading): Title {
  const content = structuredClone(heading.children);
  const first = content[0];
  const last = content.at(-1);
  const sequence = first?.type === 'text' ? sequencePattern.exec(first.value)?.[1] : undefined;
  if (first?.type === 'text') first.value = first.value.replace(sequencePattern, '');
  const id = last?.type === 'text' ? idPattern.exec(last.value)?.[1] : undefined;
  if (last?.type === 'text') last.value = last.value.replace(idPattern, '');
  const value = wordsOf(content).trim();
  const title = value === '' ? undefined : { value, place: placeOf(path, heading) };
  return { title, content, sequence, id };
}
