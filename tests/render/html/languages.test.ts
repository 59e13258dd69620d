/** Pages of sections in another language than the plan's. */
import { expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { planWithGermanSection } from '../../support/german-section.ts';

test('every word of ours in a section of another language is marked', async () => {
  const plan = await planWithGermanSection();
  const { artifacts } = await htmlEdition.render(plan, await editionContext('en'));
  const pages = artifacts.map(({ bytes }) => new TextDecoder().decode(bytes));
  const page = pages.find((one) => one.includes('Eichen') && one.includes('<article')) ?? '';
  const ours = 'lang="en" dir="ltr"';
  expect(page).toContain(`<span class="kind" ${ours}>Organization</span>`);
  expect(page).toContain(`<span class="role" ${ours}>Performer</span>`);
  expect(page).toContain(`<th role="columnheader" scope="col" ${ours}>Unit</th>`);
  expect(page).toContain(`<h2 id="notes" ${ours}>Notes</h2>`);
  expect(page).toMatch(/<desc [^>]*lang="en">Actual: /u);
  expect(page).toMatch(/<text class="name" [^>]*lang="en">Target<\/text>/u);
});
