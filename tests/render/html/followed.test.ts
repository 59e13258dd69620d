/** What machines read of a site: feed, sitemap and linked data. */
import { describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import * as z from 'zod';
import type { ResolvedPlan } from '../../../pipeline/model/resolved.ts';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { flow } from '../../support/resolved.ts';
import { attribute, elementsOf, pagesOf, textOf } from '../../support/site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const context = await editionContext();

async function siteOf(plan: ResolvedPlan) {
  const { artifacts } = await htmlEdition.render(plan, context);
  const file = (name: string) => textOf(artifacts.find(({ path }) => path === name));
  return { artifacts, file };
}

/** The texts of all elements of a name, in order. */
function texts(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'gu'))].map(
    ([, text]) => text ?? '',
  );
}

const { artifacts, file } = await siteOf(smallPlan());

describe('the sitemap', () => {
  test('names every page by its public address, but the one for lost addresses', () => {
    const home = 'https://estrand.example.org/plans/cool/';
    const pages = artifacts
      .filter(({ mediaType, path }) => mediaType === 'text/html' && path !== '404.html')
      .map(({ path }) => (path === 'index.html' ? home : home + path));
    expect(texts(file('sitemap.xml'), 'loc')).toEqual(pages);
    expect(new Set(texts(file('sitemap.xml'), 'lastmod'))).toEqual(new Set(['2026-03-02']));
  });
});

describe('the feed', () => {
  test('as a person reviewed it', async () => {
    await expect(file('feed.xml')).toMatchFileSnapshot('golden/feed.xml');
  });

  test('names a page anew when, and only when, what it says has changed', async () => {
    const [people, water] = smallPlan().goals;
    if (!people || !water) throw new Error('The plan has two goals.');
    const changed = { ...people, body: flow('<p id="p-10">Heat kills loudly.</p>') };
    const after = await siteOf(smallPlan({ date: '2027-01-01', goals: [changed, water] }));
    const before = texts(file('feed.xml'), 'id');
    const fresh = texts(after.file('feed.xml'), 'id').filter((id) => !before.includes(id));
    expect(fresh).toHaveLength(1);
    expect(after.file('feed.xml')).toContain('<updated>2027-01-01T00:00:00Z</updated>');
  });

  test('stays well-formed whatever the plan is called', async () => {
    const evil = ']]></title><evil/>&\u0000\u0008\uFFFE\uD800"';
    const hostile = await siteOf(smallPlan({ title: evil, subtitle: evil, rights: evil }));
    const tree = fromXml(hostile.file('feed.xml'));
    expect(JSON.stringify(tree)).not.toContain('"name":"evil"');
    fromXml(hostile.file('sitemap.xml'));
  });
});

test.for([
  ['a plan without an address', { url: undefined }],
  ['a plan whose address is none', { url: 'javascript:alert(1)' }],
  ['a draft', { draft: true }],
] as const)('%s has neither feed nor sitemap', async ([, rest]) => {
  const site = await siteOf(smallPlan(rest));
  const paths = site.artifacts.map(({ path }) => path);
  expect(paths).not.toContain('feed.xml');
  expect(paths).not.toContain('sitemap.xml');
  expect(site.file('index.html')).not.toContain('application/atom+xml');
});

const linked = z.looseObject({ '@type': z.string(), name: z.string(), url: z.string().optional() });

function linkedDataOf(site: Awaited<ReturnType<typeof siteOf>>, path: string) {
  const page = pagesOf(site.artifacts).get(path);
  const script =
    page && elementsOf(page).find((one) => attribute(one, 'type')?.includes('ld+json'));
  const [text] = script?.children ?? [];
  return text?.type === 'text' ? linked.parse(JSON.parse(text.value)) : undefined;
}

describe('linked data', () => {
  test('calls the plan a report, and says what the imprint says', () => {
    expect(linkedDataOf({ artifacts, file }, 'index.html')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      name: 'Cool City 2035',
      datePublished: '2026-03-02',
      author: [{ '@type': 'Person', name: 'Marta Lindqvist' }],
      url: 'https://estrand.example.org/plans/cool/',
      hasPart: [{ name: 'People first' }, { name: 'Water where it falls' }],
    });
  });

  test('puts a section into its goal, and that into the plan', () => {
    expect(linkedDataOf({ artifacts, file }, '1-people/1-1-heat-alarm.html')).toMatchObject({
      '@type': 'Chapter',
      position: '1.1',
      isPartOf: { name: 'People first', isPartOf: { '@type': 'Report', name: 'Cool City 2035' } },
    });
  });

  test('cannot be left by what the author wrote', async () => {
    const evil = '</script><script>alert(1)</script><!--';
    const site = await siteOf(smallPlan({ title: evil }));
    expect(linkedDataOf(site, 'index.html')?.name).toBe(evil);
  });
});
