/** A project whose sections have other parts than ours, by config alone, through to the site and the book. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlan } from '../../../pipeline/build/build-plan.ts';
import { checkPlans } from '../../../pipeline/build/check-plans.ts';
import { loadProject } from '../../../pipeline/build/config/load-project.ts';
import { withWorkshop } from '../../../pipeline/build/workshop.ts';

const packageRoot = process.cwd();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'own-parts-'));
  await cp('tests/fixtures/own-parts', root, { recursive: true });
  const [plan] = await checkPlans(await loadProject(root), []);
  if (plan === undefined) throw new Error('The fixture holds no plan.');
  expect(plan.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  await withWorkshop({ root, packageRoot, formats: ['html', 'epub'], claims: {} }, (workshop) =>
    buildPlan(async () => plan, { draft: false }, workshop),
  );
});

afterAll(() => rm(root, { recursive: true }));

/** The parts of the section about invoices, in the order in which they stand. */
const headings = ['Finding', 'Evidence', 'What to do', 'Owner', 'Due'];

function inOrder(text: string): readonly string[] {
  return [...text.matchAll(/<h[2-5][^>]*>(?:<a[^>]*>)?([^<]+)/gu)]
    .map((match) => match[1] ?? '')
    .filter((heading) => headings.includes(heading));
}

test('the site shows the project’s own parts', async () => {
  const folder = path.join(root, 'dist/audit');
  const files = await readdir(folder, { recursive: true });
  const page = files.find((name) => name.includes('invoices') && name.endsWith('.html')) ?? '';
  const text = await readFile(path.join(folder, page), 'utf8');
  expect(inOrder(text)).toEqual(headings);
  expect(text).toMatch(/part-finding lead/u);
  expect(text).toContain('Finance office');
  expect(text).not.toMatch(/Recommendation|Indicators/u);
});

test('the book shows them too', async () => {
  const book = unzipSync(await readFile(path.join(root, 'dist/audit/audit.epub')));
  const [, bytes] = Object.entries(book).find(([name]) => name.includes('invoices')) ?? [];
  const text = new TextDecoder().decode(bytes);
  expect(inOrder(text)).toEqual(headings);
  expect(text).not.toMatch(/Recommendation|Indicators/u);
});
