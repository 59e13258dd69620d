/** Pages of sections in another language than the plan's. */
import { expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';

test('every word of ours in a section of another language is marked', async () => {
  const { plan } = await resolvedPlan(
    sourcesOf({
      'plan.md': '---\nlang: en\ndate: 2026-01-01\n---\n\n# Plan\n',
      '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n',
      '1-goal/1.1-trees.md': `---\nsequence: "1.1"\nlang: de\n---\n\n# Bäume\n\n## Empfehlung\n\nBäume.[^a]\n
## Hintergrund\n\nText.\n\n## Beteiligte\n\n- Stadt (Organization; Performer): sie\n
## Indikatoren\n\n- Bäume: target 5 by 2030, baseline 4 in 2025, actual 4 in 2026 {unit: Stück}\n\n[^a]: Eichen.\n`,
    }),
    process.cwd(),
  );
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
