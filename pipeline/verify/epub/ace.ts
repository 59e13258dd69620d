/** Ace by DAISY: the accessibility of a book, by its rules and by axe in a real browser. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { Severity } from '../../model/finding.ts';
import type { Run, Verdict } from '../verdict.ts';
import { toolFinding } from './tool-finding.ts';

/** Ace's script (`@daisy/ace-cli/bin/ace.js`), the Node that runs it, and the browser it looks with. */
export interface Ace {
  readonly node: string;
  readonly script: string;
  readonly browser: string;
}

const name = 'Ace by DAISY';

/** The part of Ace's report that we read: EARL, the W3C's language for test results. */
const report = z.object({
  'earl:assertedBy': z.object({ 'doap:release': z.object({ 'doap:revision': z.string() }) }),
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      assertions: z.array(
        z.object({
          'earl:test': z.object({
            'earl:impact': z.string(),
            'dct:title': z.string(),
            'dct:description': z.string().optional(),
          }),
          'earl:result': z.object({
            'earl:outcome': z.string(),
            'dct:description': z.string().optional(),
            html: z.string().nullish(),
          }),
        }),
      ),
    }),
  ),
});

/** About 12 s for a small book and minutes for a large one. A book that is not well-formed ends it: run EPUBCheck first. */
export async function checkWithAce(
  book: { readonly path: string; readonly bytes: Uint8Array },
  tool: Ace | undefined,
  run: Run,
): Promise<Verdict> {
  if (tool === undefined) return notChecked('Ace is not installed, or no browser was found.');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright-ace-'));
  try {
    const file = path.join(folder, 'book.epub');
    const out = path.join(folder, 'report');
    await writeFile(file, book.bytes);
    const ran = await run(tool.node, [tool.script, '-f', '-E', '-s', '-o', out, file], {
      timeoutSeconds: 1800,
      env: { PUPPETEER_EXECUTABLE_PATH: tool.browser, ACE_TIMEOUT_INITIAL: '60000' },
    });
    if (ran.outcome === 'timed-out') return notChecked('Ace took longer than 30 minutes.');
    const text = await readFile(path.join(out, 'report.json'), 'utf8').catch(() => '');
    const parsed = report.safeParse(text === '' ? undefined : JSON.parse(text));
    if (!parsed.success) return notChecked('Ace ended without a report.');
    return {
      checked: [
        {
          name,
          version: parsed.data['earl:assertedBy']['doap:release']['doap:revision'],
          what: 'The accessibility of the book: EPUB Accessibility 1.1, and WCAG by axe.',
          rules: 'ace/',
        },
      ],
      notChecked: [],
      findings: parsed.data.assertions.flatMap((subject) =>
        subject.assertions
          .filter((one) => one['earl:result']['earl:outcome'] === 'fail')
          .map(({ 'earl:test': test, 'earl:result': result }) =>
            toolFinding(book.path, 'ace', {
              id: test['dct:title'],
              severity: severityOf(test['earl:impact']),
              text: result['dct:description'] ?? test['dct:description'] ?? test['dct:title'],
              file: subject['earl:testSubject'].url.replace(/^\//u, ''),
              context: result.html ?? undefined,
            }),
          ),
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function severityOf(impact: string): Severity {
  return impact === 'minor' ? 'warning' : 'error';
}

function notChecked(why: string): Verdict {
  const help = 'npm install --save-dev @daisy/ace-cli';
  return { checked: [], notChecked: [{ name, why, help }], findings: [] };
}
