import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../../../pipeline/build/run.ts';
import { verifyEpub } from '../../../pipeline/verify/epub/verify-epub.ts';
import { lookAnew } from '../../../pipeline/verify/verdict.ts';
import { makeBook } from '../../support/book.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';
import { mutate, without } from '../../support/mutate.ts';
import { smallPlan } from '../../support/small-plan.ts';

const good = await makeBook(harbour, harbourPages);
const epubcheck = { java: 'java', jar: '/usr/bin/epubcheck' };
const path = 'dist/harbour/harbour.epub';

beforeAll(() => {
  if (!existsSync(epubcheck.jar))
    throw new Error('These tests need EPUBCheck: apt-get install epubcheck');
});

async function findingsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings } = await verifyEpub(
    { path, bytes },
    { run, epubcheck, ace: undefined, remember: lookAnew },
  );
  return findings.map(({ rule, place, message }) => {
    const { line, column } = place.start;
    return `${place.path}:${line}:${column}: ${message} ${rule}`;
  });
}

test('a good book has no finding, and what was not run is named', async () => {
  const verdict = await verifyEpub(
    { path, bytes: good },
    { run, epubcheck, ace: undefined, remember: lookAnew },
  );
  expect(verdict.findings).toEqual([]);
  expect(verdict.checked.map(({ name }) => name)).toEqual([
    'EPUBCheck',
    'epubcheck-ts',
    'briefwright',
  ]);
  expect(verdict.notChecked.map(({ name }) => name)).toEqual(['Ace by DAISY']);
});

test('a book with a claim of conformance has no finding', async () => {
  const claim = { level: 'AA', certifiedBy: 'Ana Ruiz', report: 'https://example.org/r' } as const;
  expect(await findingsOf(await makeBook(harbour, harbourPages, claim))).toEqual([]);
});

test('without Java a book is not called checked by EPUBCheck', async () => {
  const java = { java: '/no/such/java', jar: epubcheck.jar };
  const verdict = await verifyEpub(
    { path, bytes: good },
    { run, epubcheck: java, ace: undefined, remember: lookAnew },
  );
  expect(verdict.notChecked[0]).toEqual({
    name: 'EPUBCheck',
    why: '/no/such/java could not be started.',
    help: 'apt-get install epubcheck',
  });
});

test('a finding names the file in the book, line and column', async () => {
  const broken = mutate(good, 'toc.ncx', 'src="plan.xhtml"', 'src="plain.xhtml"');
  expect(await findingsOf(broken)).toContainEqual(
    expect.stringMatching(
      /^dist\/harbour\/harbour\.epub\/OEBPS\/toc\.ncx:\d+:\d+: .* epubcheck\/rsc-007$/u,
    ),
  );
});

const quay = '1-1-raise-the-quay.xhtml';

/** One fault each, in files of their own or far apart, and the finding of a checker that knows it. */
const faults: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  [quay, '#s-1-2', '#s-1-9', /1-1-raise.* not defined: .*#s-1-9 .*rsc-012/u],
  [quay, 'images/', 'https://example.org/', /1-1-raise.*https:\/\/example\.org.*rsc-006/u],
  [quay, '</body>', '<script>alert(1)</script></body>', /1-1-raise.*"scripted".*opf-014/u],
  [quay, 'id="quay-2"', 'id="quay-1"', /1-1-raise.*Duplicate ID.*rsc-005/u],
  [quay, 'role="doc-notice"', 'role="doc-advice"', /1-1-raise.*attribute "role".*rsc-005/u],
  ['content.opf', /<meta property="dcterms:modified">.*?<\/meta>/u, '', /opf.*modified.*rsc-005/u],
  ['content.opf', ' properties="mathml"', '', /1-1-raise.*"mathml".*opf-014/u],
  ['toc.ncx', 'plan.xhtml', 'plain.xhtml', /toc\.ncx.*plain\.xhtml.*rsc-007/u],
  ['style.css', 'body {', 'body { {', /style\.css.*css-008/u],
];

test('every fault of a bad book is found out', async () => {
  const bad = faults.reduce((book, [file, from, to]) => mutate(book, file, from, to), good);
  const found = await findingsOf(without(bad, 'OEBPS/fonts/source-code-pro-regular.woff2'));
  for (const [, , , finding] of faults)
    expect(found).toContainEqual(expect.stringMatching(finding));
  expect(found.join('\n')).toContain('source-code-pro-regular.woff2');
});

test.each([
  ['a section from right to left', {}],
  ['all from right to left', { lang: 'ar', dir: 'rtl' } as const],
])('a book with %s has no finding', async (_, rest) => {
  expect(await findingsOf(await makeBook(smallPlan({ stakeholders: [], ...rest })))).toEqual([]);
});
