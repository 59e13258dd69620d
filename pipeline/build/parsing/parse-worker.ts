/** What a helping thread runs: it is sent texts, and sends back what `packFile` makes of them, in the same order. */
import { parentPort } from 'node:worker_threads';
import type { RawText } from '../../model/sources.ts';
import { packFile } from '../../read/packed-file.ts';
import { parsed } from '../../read/parse-file.ts';

parentPort?.on('message', (texts: readonly RawText[]) => {
  parentPort?.postMessage(texts.map((raw) => packFile(parsed(raw))));
});
