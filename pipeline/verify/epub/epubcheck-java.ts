/** EPUBCheck by the W3C, the checker that stores and libraries run, through Java. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { Severity } from '../../model/finding.ts';
import type { Run, Verdict } from '../verdict.ts';
import { type ToolMessage, toolFinding } from './tool-finding.ts';

/** The program `java`, and EPUBCheck's jar. */
export interface JavaEpubCheck {
  readonly java: string;
  readonly jar: string;
}

const name = 'EPUBCheck';

/** Start-up is most of the time: one garbage collector thread and the quick compiler halve the CPU. */
const javaOptions = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** The part of EPUBCheck's JSON report that we read. */
const report = z.object({
  checker: z.object({ checkerVersion: z.string() }),
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      locations: z.array(
        z.object({
          path: z.string(),
          line: z.number(),
          column: z.number(),
          context: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** `tool` is undefined where Java or EPUBCheck is not installed: then the verdict says that nothing was checked. */
export async function checkWithJava(
  book: { readonly path: string; readonly bytes: Uint8Array },
  tool: JavaEpubCheck | undefined,
  run: Run,
): Promise<Verdict> {
  if (tool === undefined) return notChecked('Java or EPUBCheck is not installed.');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright-epubcheck-'));
  try {
    const file = path.join(folder, 'book.epub');
    const out = path.join(folder, 'report.json');
    await writeFile(file, book.bytes);
    const ran = await run(tool.java, [...javaOptions, '-jar', tool.jar, file, '--json', out], {
      timeoutSeconds: 900,
    });
    if (ran.outcome === 'missing') return notChecked(`${tool.java} could not be started.`);
    if (ran.outcome === 'timed-out') return notChecked('EPUBCheck took longer than 15 minutes.');
    const text = await readFile(out, 'utf8').catch(() => '');
    const parsed = report.safeParse(text === '' ? undefined : JSON.parse(text));
    if (!parsed.success) {
      const [reason = ''] = ran.stderr.trim().split('\n');
      return notChecked(`EPUBCheck wrote no report. ${reason}`.trim());
    }
    return {
      checked: [
        {
          name,
          version: parsed.data.checker.checkerVersion,
          what: 'The book against EPUB 3.3.',
          rules: 'epubcheck/',
        },
      ],
      notChecked: [],
      findings: parsed.data.messages
        .flatMap(messagesOf)
        .map((one) => toolFinding(book.path, 'epubcheck', one)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const severities: Readonly<Record<string, Severity>> = {
  FATAL: 'error',
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
};

/** One for each place that a message names. USAGE says how EPUB is used, and is no finding. */
function messagesOf(message: z.infer<typeof report>['messages'][number]): readonly ToolMessage[] {
  const severity = severities[message.severity];
  if (severity === undefined) return [];
  const shared = { id: message.ID, severity, text: message.message };
  if (message.locations.length === 0) return [{ ...shared, file: '' }];
  return message.locations.map(({ path: file, line, column, context }) => ({
    ...shared,
    file: file.endsWith('book.epub') ? '' : file,
    line,
    column,
    context: context ?? undefined,
  }));
}

function notChecked(why: string): Verdict {
  const help = 'apt-get install epubcheck';
  return { checked: [], notChecked: [{ name, why, help }], findings: [] };
}
