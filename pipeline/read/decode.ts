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
  const text = new TextDecoder('utf-8').decode(bytes);
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

function firstBadCharacter(bytes: Uint8Array, text: string): Point | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return pointAt(text, Math.max(0, text.indexOf('\uFFFD')));
  }
}

/** Line and column of an offset, both from 1. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}
