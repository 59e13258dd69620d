/** Which pages are made again, and what is told of it. */
import { expect, test } from 'vitest';
import type { PageMap } from '../../../pipeline/model/edition.ts';
import { sha256Of } from '../../../pipeline/model/hash.ts';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { remembering } from '../../support/remembering.ts';
import { resolvePlan } from '../../support/resolve.ts';

const section = (number: string, title: string, text: string) =>
  `---\nsequence: "${number}"\n---\n\n# ${title}\n\n## Recommendation\n\nDo ${number}.\n\n## Background\n\n${text}\n`;
const files: Readonly<Record<string, string>> = {
  'plan.md': '# Cool City\n',
  '1-people/goal.md': '---\nsequence: "1"\n---\n\n# People\n',
  '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hot.'),
  '1-people/1.2-cold.md': section('1.2', 'Cold', 'Cold.'),
};
const context = await editionContext();

async function told(
  edit: Readonly<Record<string, string>>,
  { pageMap, lost }: { readonly pageMap?: PageMap; readonly lost?: string } = {},
): Promise<readonly string[]> {
  const known = remembering();
  const lines: string[] = [];
  const explain = (line: string) => lines.push(line);
  const first = await htmlEdition.render(resolvePlan(files), { ...context, known, explain });
  expect(lines).toEqual([]);
  const standing = new Map(
    first.artifacts
      .filter(({ path }) => path !== lost)
      .map(({ path, bytes }) => [path, { size: bytes.byteLength, sha256: sha256Of(bytes) }]),
  );
  const plan = resolvePlan({ ...files, ...edit });
  await htmlEdition.render(plan, { ...context, known, explain, standing, pageMap });
  return lines;
}

test('nothing, where nothing changed', async () => {
  expect(await told({})).toEqual([]);
});

test('a word in the background of a section: its page', async () => {
  expect(await told({ '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hotter.') })).toEqual([
    'page 1-people/1-1-heat.html, since the text of section "1.1 Heat" changed',
  ]);
});

test('a recommendation: those pages too that show it', async () => {
  const heat = section('1.1', 'Heat', 'Hot.').replace('Do 1.1', 'Do it all');
  expect(await told({ '1-people/1.1-heat.md': heat })).toEqual([
    'pages index.html, 1-people/index.html, recommendations.html, since other texts that are shown there changed',
    'page 1-people/1-1-heat.html, since the text of section "1.1 Heat" changed',
  ]);
});

test('a title: every page', async () => {
  expect(await told({ '1-people/1.1-heat.md': section('1.1', 'Much heat', 'Hot.') })).toEqual([
    'pages index.html, 1-people/index.html, 1-people/1-2-cold.html and 2 more, since a title, number, address or picture, or the text of the plan itself, changed',
    'page 1-people/1-1-much-heat.html, since nothing was made there before',
  ]);
});

test('a print beside the site: the pages that cite it', async () => {
  const pageMap = { pages: [{ label: '1' }], anchors: new Map([['section-1-1-heat', 0]]) };
  expect(await told({}, { pageMap })).toEqual([
    'pages 1-people/1-1-heat.html, recommendations.html, since the pages of the print that are cited there changed',
  ]);
});

test('a page that is not there any more', async () => {
  expect(await told({}, { lost: '1-people/1-1-heat.html' })).toEqual([
    'page 1-people/1-1-heat.html, since what stands there is not as it was left',
  ]);
});
