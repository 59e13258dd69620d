/** The columns on the screen and the pages of the print agree, so that a book is printed once. */
import { expect, test } from 'vitest';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { countedPrinter } from '../../support/counted-printer.ts';
import { editionContext } from '../../support/edition-context.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';

const { printer } = browserForTests();

// Every section ends with a table of one row, and the notes of some are called on the first line of a page.
test('a plan whose sections end with short tables is printed once', async () => {
  const prints: boolean[] = [];
  const counted = countedPrinter(printer, (tagged) => prints.push(tagged));
  const { plan } = await resolvedPlan(sourcesOf(generatedPlan(16)));
  await pdfEdition.render(plan, await editionContext('en', { printer: counted }));
  expect(prints).toEqual([true]);
});
