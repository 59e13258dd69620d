/** The print of a project whose sections have other parts than ours. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlan } from '../../../pipeline/build/build-plan.ts';
import { checkPlans } from '../../../pipeline/build/check-plans.ts';
import { loadProject } from '../../../pipeline/build/config/load-project.ts';
import { withWorkshop } from '../../../pipeline/build/workshop.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'own-parts-'));
  await cp('tests/fixtures/own-parts', root, { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

test('the print shows the project’s own parts', async () => {
  const [plan] = await checkPlans(await loadProject(root), []);
  if (plan === undefined) throw new Error('The fixture holds no plan.');
  const packageRoot = process.cwd();
  await withWorkshop({ root, packageRoot, formats: ['pdf'], claims: {} }, (workshop) =>
    buildPlan(async () => plan, { draft: false }, workshop),
  );
  const text = execFileSync('pdftotext', [path.join(root, 'dist/audit/audit.pdf'), '-'], {
    encoding: 'utf8',
  });
  for (const words of ['Evidence', 'What to do', 'Owner', 'Due', 'Finance office', 'in May']) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/Indicators|Background/u);
});
