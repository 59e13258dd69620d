/**
 * What the PDF edition costs, against the least that it could: one tagged print of the same final page in a warm browser.
 * `npm run bench:print -- 12 100 1000` takes numbers of pages; the last takes minutes.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { requireBrowser } from '../pipeline/build/browser/find.ts';
import { createPrinter } from '../pipeline/build/browser/print.ts';
import { withBrowser } from '../pipeline/build/browser/session.ts';
import { thisMachine } from '../pipeline/build/machine.ts';
import { run, succeeded } from '../pipeline/build/run.ts';
import { collectSooner } from '../pipeline/cli/collect-sooner.ts';
import type {
  EditionContext,
  KeptPieces,
  PageMap,
  Printer,
  PrintJob,
} from '../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../pipeline/model/resolved.ts';
import { pdfEdition } from '../pipeline/render/pdf/edition.ts';
import { editionContext } from '../tests/support/edition-context.ts';
import { generatedPlan, sectionsFor, withOneWordChanged } from '../tests/support/generated-plan.ts';
import { keptInMemory } from '../tests/support/made-print.ts';
import { resolvedPlan, sourcesOf } from '../tests/support/sources.ts';
import { peakMemory } from './peak-memory.ts';

const sizes = process.argv.slice(2).map(Number);

collectSooner();
const search = { machine: thisMachine(), packageRoot: process.cwd() };

await withBrowser(search, async (session) => {
  const printer = createPrinter(session);
  await printer.print({ html: '<p>warm</p>', files: new Map(), tagged: true });
  for (const pages of sizes.length > 0 ? sizes : [12, 100]) await measure(pages, printer);
});

async function measure(pages: number, printer: Printer): Promise<void> {
  const files = generatedPlan(sectionsFor(pages));
  const { plan } = await resolvedPlan(sourcesOf(files));
  const kept = keptInMemory();
  const { value: cold, memory } = await peakMemory(() => edition(plan, printer, kept));
  const { pageMap } = cold;
  // A browser that nobody compared prints all at once: what is laid out then is the whole page.
  const atOnce: Printer = { ...printer, version: async () => 'unknown' };
  const { job } = await edition(plan, atOnce, keptInMemory(), pageMap);
  const plain = await peakMemory(() => seconds(() => printer.print(job)));
  const limit = plain.value;
  const { plan: edited } = await resolvedPlan(sourcesOf(withOneWordChanged(files)));
  const unchanged = await edition(plan, printer, kept, pageMap);
  const oneWord = await edition(edited, printer, kept, pageMap);
  say(
    `${pageMap?.pages.length} pages in ${(cold.size / 1e6).toFixed(1)} MB, limit ${limit.took.toFixed(1)} s`,
  );
  const rows = { cold, unchanged, 'one word changed': oneWord };
  for (const [name, made] of Object.entries(rows)) {
    const sum = (parts: readonly number[]) => parts.reduce((total, one) => total + one, 0);
    const share = (took: number) => (took / limit.took).toFixed(2);
    const rest = made.took - sum(made.rounds) - sum(made.prints) - sum(made.pages);
    const { rounds, prints, pages } = made;
    say(`  ${name}  ${made.took.toFixed(1)} s, ${share(made.took)} × limit`);
    say(
      `    ${pages.length} templates ${share(sum(pages))}, ${rounds.length} rounds ${share(sum(rounds))}, ${prints.length} prints ${share(sum(prints))}, checking and finishing ${share(rest)}`,
    );
  }
  say(
    `  memory, Node and browser: cold ${memory.toFixed(0)} MB, ${(memory / plain.memory).toFixed(2)} × limit's ${plain.memory.toFixed(0)} MB`,
  );
  await others(job, limit.took);
}

/** Makes the edition once; `pageMap` is that of the build before. */
async function edition(plan: ResolvedPlan, printer: Printer, kept: KeptPieces, pageMap?: PageMap) {
  const prints: number[] = [];
  const rounds: number[] = [];
  const pages: number[] = [];
  let job: PrintJob = { html: '', files: new Map(), tagged: true };
  const timed: Printer = {
    ...printer,
    proof: (files, work) =>
      printer.proof(files, (proof) =>
        work({
          async place(html) {
            const { took, value } = await seconds(() => proof.place(html));
            rounds.push(took);
            job = { html, files, tagged: true };
            return value;
          },
          async print(html, tagged, meanwhile) {
            const { took, value } = await seconds(() => proof.print(html, tagged, meanwhile));
            prints.push(took);
            return value;
          },
        }),
      ),
  };
  const usual = await editionContext('en', { printer: timed });
  const templates: EditionContext['templates'] = {
    ...usual.templates,
    render(name, view) {
      const start = performance.now();
      const text = usual.templates.render(name, view);
      pages.push((performance.now() - start) / 1000);
      return text;
    },
  };
  const context: EditionContext = { ...usual, templates, pageMap, pieces: kept };
  const { took, value } = await seconds(() => pdfEdition.render(plan, context));
  const size = value.artifacts[0]?.bytes.length ?? 0;
  return { took, rounds, prints, pages, job, size, pageMap: value.pageMap };
}

/** The same page through other tools, where they are installed. */
async function others({ html, files }: PrintJob, limit: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-print-'));
  const flat = (file: string) => file.replaceAll('/', '_');
  await Promise.all(
    [...files].map(([name, { bytes }]) => writeFile(path.join(folder, flat(name)), bytes)),
  );
  const page = path.join(folder, 'page.html');
  await writeFile(
    page,
    html.replace(/(href|src)="([^"#:]+)"/gu, (_, key, file: string) => `${key}="${flat(file)}"`),
  );
  const pdf = path.join(folder, 'page.pdf');
  const { path: browser } = await requireBrowser(search);
  await other('WeasyPrint', limit, 'weasyprint', [page, pdf]);
  const vivliostyle = ['build', page, '-o', pdf, '--executable-browser', browser];
  await other('Vivliostyle', limit, 'vivliostyle', vivliostyle);
  await rm(folder, { recursive: true, force: true });
}

async function other(
  name: string,
  limit: number,
  command: string,
  args: readonly string[],
): Promise<void> {
  const { took, value } = await seconds(() => run(command, args, { timeoutSeconds: 1200 }));
  if (succeeded(value)) say(`  ${name} ${took.toFixed(1)} s, ${(took / limit).toFixed(2)} × limit`);
  else say(`  ${name}: ${value.outcome === 'missing' ? 'not installed' : value.outcome}`);
}

async function seconds<T>(work: () => Promise<T>): Promise<{ took: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { took: (performance.now() - start) / 1000, value };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
