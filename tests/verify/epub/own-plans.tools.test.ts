/** The books of this repository's own plans, and a very long one, through every checker. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { requireBrowser } from '../../../pipeline/build/browser/find.ts';
import { thisMachine } from '../../../pipeline/build/machine.ts';
import { run } from '../../../pipeline/build/run.ts';
import { checkWithAce } from '../../../pipeline/verify/epub/ace.ts';
import { verifyEpub } from '../../../pipeline/verify/epub/verify-epub.ts';
import { lookAnew } from '../../../pipeline/verify/verdict.ts';
import { makeBook } from '../../support/book.ts';
import { browserForTests } from '../../support/browser.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';
import { mutate } from '../../support/mutate.ts';
import {
  ownPlans,
  printAndBook,
  resolvedPlan,
  resolvedSources,
  sourcesOf,
} from '../../support/sources.ts';

const { printer } = browserForTests();
const epubcheck = { java: 'java', jar: '/usr/bin/epubcheck' };
const machine = thisMachine();

async function ace() {
  const browser = await requireBrowser({ machine, packageRoot: process.cwd() });
  const script = path.resolve('node_modules/@daisy/ace-cli/bin/ace.js');
  return { node: process.execPath, script, browser: browser.path };
}

describe.each(ownPlans)('the book of %s', (slug) => {
  let book: Uint8Array;
  beforeAll(async () => {
    ({ book } = await printAndBook(await resolvedSources(slug), printer));
  });

  test('has nothing that EPUBCheck, epubcheck-ts, our lint or Ace would mend', async () => {
    const verdict = await verifyEpub(
      { path: `dist/${slug}/${slug}.epub`, bytes: book },
      { run, epubcheck, ace: await ace(), remember: lookAnew },
    );
    expect(verdict.findings).toEqual([]);
    expect(verdict.notChecked).toEqual([]);
    expect(verdict.checked.map(({ name }) => name)).toEqual([
      'EPUBCheck',
      'epubcheck-ts',
      'briefwright',
      'Ace by DAISY',
    ]);
  }, 600_000);
});

test('Ace is seen to find what is wrong: a picture without words, a level left out', async () => {
  const good = await makeBook(harbour, harbourPages);
  const quay = '1-1-raise-the-quay.xhtml';
  const bad = mutate(mutate(good, quay, ' alt="A red dot"', ''), quay, /<h2/u, '<h2 role="x"');
  const { findings } = await checkWithAce({ path: 'harbour.epub', bytes: bad }, await ace(), run);
  expect(findings.map(({ rule, place }) => `${place.path}: ${rule}`)).toContainEqual(
    expect.stringMatching(/^harbour\.epub\/.*1-1-raise-the-quay\.xhtml: ace\/image-alt$/u),
  );
});

test('a book of 1,000 sections has nothing that EPUBCheck would mend', async () => {
  const { plan } = await resolvedPlan(sourcesOf(generatedPlan(1000)));
  const bytes = await makeBook(plan);
  const verdict = await verifyEpub(
    { path: 'plan.epub', bytes },
    { run, epubcheck, ace: undefined, remember: lookAnew },
  );
  expect(verdict.findings).toEqual([]);
  expect(verdict.checked.map(({ name }) => name)).toContain('EPUBCheck');
}, 600_000);
