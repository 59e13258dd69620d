/** Every address on every page leads somewhere, and nothing is fetched from another host. */
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { attribute, elementsOf, pagesOf, textOf } from '../../support/site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const { artifacts } = await htmlEdition.render(smallPlan(), await editionContext());
const pages = pagesOf(artifacts);
const files = new Set(artifacts.map(({ path }) => path));
/** The one script of a page: a file of the site, with nothing in the page itself. */
function isOurs(script: Element): boolean {
  const src = attribute(script, 'src') ?? '';
  return /assets\/site-[0-9a-f]{12}\.js$/u.test(src) && script.children.length === 0;
}

/** What the other editions put beside the site. */
const beside = new Set(['cool.pdf', 'cool.epub']);

const home = 'https://estrand.example.org/plans/cool/';
const homePath = new URL(home).pathname;

/** An address as path and id within the site, or undefined where it leads out of it. */
function resolve(from: string, address: string): { path: string; id: string } | undefined {
  if (/^[a-z]+:/u.test(address)) return undefined;
  const url = new URL(address, home + from);
  return { path: decodeURIComponent(url.pathname.slice(homePath.length)), id: url.hash.slice(1) };
}

function holds(path: string, id: string): boolean {
  const page = pages.get(path);
  return page !== undefined && elementsOf(page).some((element) => attribute(element, 'id') === id);
}

describe.for([...pages])('%s', ([path, page]) => {
  const elements = elementsOf(page);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);

  test('has no id twice', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('links only to what is there', () => {
    const addresses = elements.flatMap(
      (element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [],
    );
    const broken = addresses.filter((address) => {
      const target = resolve(path, address);
      if (!target || beside.has(target.path)) return false;
      return !files.has(target.path) || (target.id !== '' && !holds(target.path, target.id));
    });
    expect(addresses.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });

  test('names what its labels point to', () => {
    const named = elements.flatMap((one) => attribute(one, 'ariaLabelledBy')?.split(' ') ?? []);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('fetches nothing from elsewhere, and runs nothing but the script of all pages', () => {
    const fetched = elements.flatMap((element) => {
      const follows = element.tagName === 'a' || attribute(element, 'rel') === 'canonical';
      return follows ? [] : (attribute(element, 'href') ?? attribute(element, 'src') ?? []);
    });
    // The page for lost addresses is shown at any of them, so it names whole paths.
    const own = path === '404.html' ? fetched.map((one) => one.replace(homePath, '')) : fetched;
    expect(own.filter((address) => /^[a-z]*:|^\//u.test(address))).toEqual([]);
    const code = elements.filter(
      (one) =>
        one.tagName === 'style' ||
        (one.tagName === 'script' &&
          attribute(one, 'type') !== 'application/ld+json' &&
          !isOurs(one)),
    );
    expect(code).toEqual([]);
    expect(elements.filter(({ properties }) => 'style' in properties)).toEqual([]);
  });

  test('goes down no more than one heading at a time', () => {
    const levels = elements
      .map(({ tagName }) => /^h([1-6])$/u.exec(tagName)?.[1])
      .filter((level) => level !== undefined)
      .map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('weighs less than 100 kB without fonts and images', () => {
    const weights = artifacts
      .filter((one) => one.path === path || /^assets\/site-\w+\.(?:css|js)$/u.test(one.path))
      .map(({ bytes }) => bytes.length);
    expect(weights).toHaveLength(3);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000);
  });
});

test('the style sheet asks only for fonts that are there', () => {
  const sheet = artifacts.find(({ mediaType }) => mediaType === 'text/css');
  const asked = [...textOf(sheet).matchAll(/url\("([^"]+)"\)/gu)].map(([, url]) => `assets/${url}`);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => !files.has(path))).toEqual([]);
});
