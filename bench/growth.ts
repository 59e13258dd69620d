/**
 * How what a print in pieces costs grows with the book: time of processors and memory, from nothing, with one word
 * changed and unchanged. `npm run bench:growth -- 100 850 5000` takes numbers of pages; the last takes ten minutes.
 */
import { createPrinter } from '../pipeline/build/browser/print.ts';
import { withBrowser } from '../pipeline/build/browser/session.ts';
import { thisMachine } from '../pipeline/build/machine.ts';
import { collectSooner } from '../pipeline/cli/collect-sooner.ts';
import type { Printer } from '../pipeline/model/edition.ts';
import { generatedPlan, sectionsFor, withOneWordChanged } from '../tests/support/generated-plan.ts';
import { keptInMemory, long, make } from '../tests/support/made-print.ts';
import { resolvedPlan, sourcesOf } from '../tests/support/sources.ts';
import { cpuTime } from './cpu-time.ts';
import { peakMemory } from './peak-memory.ts';

const sizes = process.argv.slice(2).map(Number);

collectSooner();

await withBrowser({ machine: thisMachine(), packageRoot: process.cwd() }, async (session) => {
  const printer = createPrinter(session);
  // The first book pays for what V8 compiles: nobody is told of it.
  await make(long(await planOf(generatedPlan(30))), printer);
  for (const pages of sizes.length > 0 ? sizes : [100, 200, 400]) await measure(pages, printer);
});

async function measure(pages: number, printer: Printer): Promise<void> {
  const files = generatedPlan(sectionsFor(pages));
  const pieces = keptInMemory();
  const cold = await costs(files, printer, { pieces });
  const { pageMap } = cold.made;
  const count = pageMap?.pages.length ?? 0;
  const oneWord = await costs(withOneWordChanged(files), printer, { pieces, pageMap });
  const unchanged = await costs(files, printer, { pieces, pageMap });
  process.stdout.write(`${count} pages, ${cold.made.prints} prints\n`);
  for (const [name, { seconds, memory }] of Object.entries({ cold, oneWord, unchanged })) {
    process.stdout.write(
      `  ${name.padEnd(9)} ${seconds.toFixed(1)} s cpu, ${((seconds / count) * 1000).toFixed(1)} ms a page, ${memory.toFixed(0)} MB\n`,
    );
  }
}

async function costs(
  files: Readonly<Record<string, string>>,
  printer: Printer,
  rest: Parameters<typeof make>[2],
) {
  const plan = await planOf(files);
  const { seconds, value } = await cpuTime(() => peakMemory(() => make(long(plan), printer, rest)));
  return { seconds, memory: value.memory, made: value.value };
}

async function planOf(files: Readonly<Record<string, string>>) {
  return (await resolvedPlan(sourcesOf(files))).plan;
}
