/** Parses texts on as many threads as gain by it, this one among them. */
import os from 'node:os';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RawText } from '../../model/sources.ts';
import { type PackedFile, packFile, unpackFile } from '../../read/packed-file.ts';
import { type Parsed, parsed } from '../../read/parse-file.ts';

/** A text that was parsed, in both forms. */
export interface ParsedText {
  readonly file: Parsed;
  readonly packed: PackedFile;
}

export type ParsedTexts = ReadonlyMap<RawText, ParsedText>;

/** In bytes, for each thread: starting one costs as much as parsing some of that. */
const worthAThread = 400_000;

/** In MB, for each helper: it holds two portions of texts, and a text is 1 MB at most. */
const mostMemory = 1000;

/** How many texts a helper gets at once; fewer to the end, so that all end together. */
const mostAtOnce = 25;
/** So few are parsed here before answers are listened to. */
const fewAtOnce = 5;

/**
 * Parses all these texts. `jobs` is the most threads to work on, undefined for one a core; `code` is the file that
 * helping threads run. What a helper died over is parsed here.
 */
export async function parseTexts(
  texts: readonly RawText[],
  jobs = os.availableParallelism(),
  code = workerFile(),
): Promise<ParsedTexts> {
  const size = texts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  const helpers = Math.min(jobs, Math.floor(size / worthAThread)) - 1;
  const done = helpers < 1 ? new Map() : await withHelp(texts, startAll(helpers, code));
  return new Map(texts.map((raw) => [raw, done.get(raw) ?? parseHere(raw)]));
}

/** Parses one text on this thread. */
export function parseHere(raw: RawText): ParsedText {
  const file = parsed(raw);
  return { file, packed: packFile(file) };
}

function startAll(count: number, code: string): readonly Worker[] {
  const resourceLimits = { maxOldGenerationSizeMb: mostMemory };
  return Array.from({ length: count }, () => new Worker(code, { resourceLimits }));
}

/** What this thread and its helpers have parsed; the helpers are ended. */
async function withHelp(
  texts: readonly RawText[],
  helpers: readonly Worker[],
): Promise<ParsedTexts> {
  const waiting = [...texts];
  const done = new Map<RawText, ParsedText>();
  const next = () => {
    const fair = Math.ceil(waiting.length / (4 * helpers.length));
    return waiting.splice(0, Math.min(mostAtOnce, fair));
  };
  const take = (raw: RawText, packed: PackedFile) => {
    const file = unpackFile(packed, raw);
    if (file) done.set(raw, { packed, file });
  };
  const helped = helpers.map((thread) => help(thread, next, take));
  while (waiting.length > 0) {
    for (const raw of waiting.splice(-fewAtOnce)) done.set(raw, parseHere(raw));
    await othersTurn();
  }
  await Promise.all(helped);
  for (const thread of helpers) void thread.terminate();
  return done;
}

/**
 * Sends a thread one portion after another, two at a time so that it need not wait for this one. Ends when there is no
 * next one and all is answered, or the thread is gone.
 */
function help(
  thread: Worker,
  next: () => readonly RawText[],
  take: (raw: RawText, packed: PackedFile) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const sent: (readonly RawText[])[] = [];
    const send = () => {
      const texts = next();
      if (texts.length > 0) {
        sent.push(texts);
        thread.postMessage(texts);
      } else if (sent.length === 0) resolve();
    };
    thread.on('message', (answer: readonly PackedFile[]) => {
      for (const [index, raw] of (sent.shift() ?? []).entries()) {
        const packed = answer[index];
        if (packed !== undefined) take(raw, packed);
      }
      send();
    });
    // Whatever it was, the thread is gone next.
    thread.on('error', () => {});
    thread.on('exit', () => resolve());
    send();
    send();
  });
}

/** Beside this file: bundled, or as it is written, which Node 20 does not run in a thread. */
function workerFile(): string {
  const here = fileURLToPath(import.meta.url);
  return path.join(path.dirname(here), `parse-worker${path.extname(here)}`);
}
