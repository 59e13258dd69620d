/** Bytes to text: UTF-8 or a fault, without byte order mark, within bounds that parsing can bear. */
import type { Fault, SourceText } from '../model/draft.ts';
import { type Point, startOf } from '../model/place.ts';
import type { RawText } from '../model/sources.ts';
import { excessOf, mostBytes } from './bounds.ts';

/** The text of a file; empty, with a fault, where it is too large or nested too deep to be read. */
export function decode(raw: RawText, note: (fault: Fault) => void): SourceText {
  const { path, bytes } = raw;
  const fault = (rule: string, detail = '', place = startOf(path)) =>
    note({ rule, place, subject: path, ...(detail === '' ? {} : { detail }) });
  if (bytes.byteLength > mostBytes) {
    fault('file-too-large', 'more than 1 MB');
    return { path, text: '' };
  }
  const text = utf8Text(bytes);
  const at = firstBadCharacter(bytes, text);
  if (at !== undefined) fault('not-utf8', '', { path, start: at, end: at });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) fault('byte-order-mark');
  if (text.trim() === '') fault('empty-file');
  const excess = excessOf(text);
  if (excess !== undefined) {
    const at = pointAt(text, excess.offset);
    fault(excess.rule, excess.detail, { path, start: at, end: at });
    return { path, text: '' };
  }
  return { path, text };
}

/** Bytes as UTF-8, without byte order mark; what is none becomes U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Where the first bytes stand that are no UTF-8. U+FFFD alone tells nothing: an author may have written it. */
function firstBadCharacter(bytes: Uint8Array, text: string): Point | undefined {
  if (textOf(bytes, bytes.length, { stream: false }) !== undefined) return undefined;
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (textOf(bytes, middle, { stream: true }) === undefined) bad = middle;
    else good = middle;
  }
  return pointAt(text, textOf(bytes, good, { stream: true })?.length ?? 0);
}

/** The text of the first bytes, without a character that they end in the middle of; undefined where they are wrong. */
function textOf(bytes: Uint8Array, count: number, how: { stream: boolean }): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, count), how);
  } catch {
    return undefined;
  }
}

/** Line and column of an offset, both from 1. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}
