/** Bytes to text: UTF-8 or a fault, without byte order mark, within bounds that parsing can bear. */
import type { Fault, SourceText } from '../model/draft.ts';
import { type Point, startOf } from '../model/place.ts';
import type { RawText } from '../model/sources.ts';

/** Parsing takes seconds for a megabyte in one piece, and its memory is some hundred times the text. */
const mostBytes = 2_000_000;
/** Nobody quotes this deep; parsing and writing cost the square of it. */
const mostNesting = 100;

/** The text of a file; empty, with a fault, where it is too large or nested too deep to be read. */
export function decode(raw: RawText, note: (fault: Fault) => void): SourceText {
  const { path, bytes } = raw;
  const fault = (rule: string, detail = '', place = startOf(path)) =>
    note({ rule, place, subject: path, ...(detail === '' ? {} : { detail }) });
  if (bytes.byteLength > mostBytes) {
    fault('file-too-large', `${Math.ceil(bytes.byteLength / 1e6)} MB`);
    return { path, text: '' };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = firstBadCharacter(bytes, text);
  if (at !== undefined) fault('not-utf8', '', { path, start: at, end: at });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) fault('byte-order-mark');
  if (text.trim() === '') fault('empty-file');
  if (deepest(text) > mostNesting) {
    fault('nesting-too-deep');
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

/** The most marks of quotes and lists that open one line. */
function deepest(text: string): number {
  let most = 0;
  for (const match of text.matchAll(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]))+/gmu)) {
    if (match[0].length > mostNesting) {
      most = Math.max(most, match[0].replace(/\d+[.)]/gu, '-').replace(/\s/gu, '').length);
    }
  }
  return most;
}
