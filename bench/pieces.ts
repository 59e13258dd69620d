/**
 * What printing in pieces costs beside printing at once, and whether both are the same book: `npm run bench:pieces -- 86
 * 200 400` takes numbers of pages. With 1000 it takes ten minutes and more. A generated plan of less than some 50 pages
 * has one goal, and is printed at once both ways.
 */
import { isDeepStrictEqual } from 'node:util';
import { createPrinter } from '../pipeline/build/browser/print.ts';
import { withBrowser } from '../pipeline/build/browser/session.ts';
import { thisMachine } from '../pipeline/build/machine.ts';
import type { Printer } from '../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../pipeline/model/resolved.ts';
import { generatedPlan, sectionsFor, withOneWordChanged } from '../tests/support/generated-plan.ts';
import { keptInMemory, long, type Made, make, short } from '../tests/support/made-print.ts';
import { pixelsThatDiffer } from '../tests/support/page-picture.ts';
import { contentOf } from '../tests/support/pdf-content.ts';
import { resolvedPlan, sourcesOf } from '../tests/support/sources.ts';
import { cpuTime } from './cpu-time.ts';

/** So many pages of a book are looked at, spread over all of it. */
const pictures = 25;

const sizes = process.argv.slice(2).map(Number);

await withBrowser({ machine: thisMachine(), packageRoot: process.cwd() }, async (session) => {
  const printer = createPrinter(session);
  // The first book pays for what V8 compiles: nobody is told of it.
  for (const as of [short, long]) await make(as(await planOf(generatedPlan(10))), printer);
  for (const pages of sizes.length > 0 ? sizes : [86]) await measure(pages, printer);
});

async function measure(pages: number, printer: Printer): Promise<void> {
  const files = generatedPlan(sectionsFor(pages));
  const plan = await planOf(files);
  const edited = await planOf(withOneWordChanged(files));
  const whole = await costs('at once', short, { plan, edited }, printer);
  const pieces = await costs('in pieces', long, { plan, edited }, printer);
  say(
    `  ${plan.words} words, ${whole.pageMap?.pages.length} pages: ${await differences(pieces, whole)}`,
  );
}

async function planOf(files: Readonly<Record<string, string>>): Promise<ResolvedPlan> {
  return (await resolvedPlan(sourcesOf(files))).plan;
}

/** Says what a book costs in time of processors: from nothing, then with one word changed, then with nothing. */
async function costs(
  way: string,
  as: (plan: ResolvedPlan) => ResolvedPlan,
  { plan, edited }: { readonly plan: ResolvedPlan; readonly edited: ResolvedPlan },
  printer: Printer,
): Promise<Made> {
  const pieces = keptInMemory();
  const cold = await cpuTime(() => make(as(plan), printer, { pieces }));
  const { pageMap, bytes } = cold.value;
  const oneWord = await cpuTime(() => make(as(edited), printer, { pieces, pageMap }));
  const unchanged = await cpuTime(() => make(as(plan), printer, { pieces, pageMap }));
  const [first, second, third] = [cold, oneWord, unchanged].map(({ seconds }) =>
    seconds.toFixed(1),
  );
  say(
    `${way} ${first} s from nothing, ${second} s with one word changed, ${third} s unchanged, ${(bytes.length / 1e6).toFixed(2)} MB`,
  );
  return cold.value;
}

/** What is not the same in two books, in words. */
async function differences(one: Made, other: Made): Promise<string> {
  const [found, expected] = [await contentOf(one.bytes), await contentOf(other.bytes)];
  const parts = Object.entries({ ...found, pageMap: one.pageMap }).flatMap(([name, part]) =>
    isDeepStrictEqual(part, { ...expected, pageMap: other.pageMap }[name]) ? [] : [name],
  );
  const count = other.pageMap?.pages.length ?? 0;
  let compared = 0;
  for (let page = 1; page <= count; page += Math.ceil(count / pictures)) {
    compared += 1;
    const pixels = await pixelsThatDiffer(one.bytes, other.bytes, page);
    if (pixels > 0) parts.push(`${pixels} pixels of page ${page}`);
  }
  const same = `the same in ${Object.keys(found).join(', ')}, page map and the pictures of ${compared} pages`;
  return parts.length === 0 ? same : `not the same in ${parts.join(', ')}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
