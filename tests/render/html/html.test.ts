/** The pages of the small plan as a person reviewed them, and what hostile texts come out as. */
import { expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { libraryEntry, libraryPage } from '../../../pipeline/render/html/library.ts';
import { editionContext } from '../../support/edition-context.ts';
import { flow, goal, indicator, part, plan, section, stakeholder } from '../../support/resolved.ts';
import { attribute, elementsOf, pagesOf, textOf } from '../../support/site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const context = await editionContext('en', {
  pageMap: {
    pages: [{ label: 'i' }, { label: '7' }, { label: '8' }],
    anchors: new Map([
      ['g-1', 1],
      ['s-1-1', 2],
    ]),
  },
});
const { artifacts } = await htmlEdition.render(smallPlan(), context);

/** Pages without the hashes, which change with every style and font. */
function golden(text: string): string {
  return text.replace(/-[0-9a-f]{12}\./gu, '-hash.');
}

test.for(artifacts.filter(({ mediaType }) => mediaType === 'text/html'))('$path', async (page) => {
  await expect(golden(textOf(page))).toMatchFileSnapshot(`golden/small-plan/${page.path}`);
});

test('a draft says so on every page, and shows its gaps', async () => {
  const draft = await htmlEdition.render(smallPlan({ draft: true }), context);
  const pages = draft.artifacts.filter(({ mediaType }) => mediaType === 'text/html');
  for (const page of pages) {
    expect.soft(textOf(page)).toContain('<title>Draft: ');
    expect.soft(textOf(page)).toContain('<p class="draft-mark"><strong>Draft</strong></p>');
  }
  const gaps = textOf(pages.find(({ path }) => path === '2-water/2-2-trees.html'));
  expect(gaps).toContain('This part has not been written yet.');
  expect(gaps).toContain('This part is still empty.');
  expect(gaps).toContain('This part still holds a placeholder.');
});

test('several plans get a page above them', async () => {
  const files = libraryPage(
    [smallPlan(), smallPlan({ slug: 'warm', title: 'Warm & <dry>' })].map(libraryEntry),
    context,
  );
  expect(files.map(({ path }) => golden(path))).toContain('assets/site-hash.css');
  await expect(golden(textOf(files[0]))).toMatchFileSnapshot('golden/library.html');
});

test('the same plan gives the same bytes', async () => {
  const again = await htmlEdition.render(smallPlan(), context);
  expect(again.artifacts.map(({ path }) => path)).toEqual(artifacts.map(({ path }) => path));
  expect(
    again.artifacts.every(
      ({ bytes }, index) =>
        Buffer.compare(bytes, artifacts[index]?.bytes ?? new Uint8Array()) === 0,
    ),
  ).toBe(true);
});

test('every page is written once', () => {
  const paths = artifacts.map(({ path }) => path);
  expect(paths).toHaveLength(new Set(paths).size);
});

test('markup in what the author wrote as text comes out as text', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'';
  const hostile = plan({
    title: evil,
    titleFlow: { type: 'root', children: [{ type: 'text', value: evil }] },
    subtitle: evil,
    summary: evil,
    contributors: [{ name: evil, role: evil, fileAs: evil }],
    organizations: [{ name: evil, acronym: evil }],
    date: evil,
    start: evil,
    end: evil,
    id: evil,
    rights: evil,
    source: evil,
    publisher: evil,
    status: evil,
    version: evil,
    isbn: evil,
    handling: evil,
    subjects: [evil],
    url: `https://example.org/${evil}`,
    goals: [
      goal(evil, evil, 'goal.html', {
        titleFlow: flow(),
        sections: [
          section(evil, evil, 'section.html', {
            titleFlow: flow(),
            parts: [
              part('stakeholders', '', {
                heading: evil,
                stakeholders: [stakeholder(evil, { anchor: 'who', roles: [evil] })],
              }),
              part('indicators', '', {
                heading: evil,
                indicators: [
                  indicator(evil, {
                    anchor: 'what',
                    unit: evil,
                    status: evil,
                    target: { text: evil, date: evil },
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
    ],
  });
  const site = await htmlEdition.render(hostile, context);
  for (const [path, page] of pagesOf([
    ...site.artifacts,
    ...libraryPage([libraryEntry(hostile)], context),
  ])) {
    const elements = elementsOf(page);
    expect
      .soft(
        elements.filter(
          (one) =>
            one.tagName === 'img' ||
            (one.tagName === 'script' &&
              attribute(one, 'type') !== 'application/ld+json' &&
              !attribute(one, 'src')?.includes('assets/site-')),
        ),
        path,
      )
      .toEqual([]);
    expect
      .soft(
        elements.filter(({ properties }) => 'onError' in properties),
        path,
      )
      .toEqual([]);
  }
});
