/** What checkers said is remembered for the same bytes under the same paths by the same tools, and for nothing else. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cache, openCache } from '../../../pipeline/build/cache/cache.ts';
import { openVerdicts } from '../../../pipeline/build/cache/verdicts.ts';
import { type AxeTool, looks } from '../../../pipeline/verify/site/axe.ts';
import type { Verdict } from '../../../pipeline/verify/verdict.ts';
import { project } from '../../support/command.ts';

let root: string;
let cache: Cache;
beforeEach(async () => {
  root = await project();
  cache = openCache(root, () => {});
});
afterEach(() => rm(root, { recursive: true }));

const fine: Verdict = {
  checked: [{ name: 'A checker', version: '1', what: 'All of it.', rules: 'a/' }],
  notChecked: [],
  findings: [],
};
const absent: Verdict = {
  checked: [],
  notChecked: [{ name: 'A checker', why: 'It took too long.', help: 'Try again.' }],
  findings: [],
};

const bytes = (text: string) => new TextEncoder().encode(text);
const book = { path: 'dist/plan/plan.epub', bytes: bytes('a book') };

/** Asks for verdicts, as one run of the command does; how often the checker looked. */
async function looksTaken(
  files: readonly (typeof book)[],
  { tools = 'tools', verdict = fine } = {},
): Promise<number> {
  let taken = 0;
  const verdicts = openVerdicts(cache, 'plan', tools);
  for (const file of files) {
    const check = () => {
      taken += 1;
      return verdict;
    };
    expect(await verdicts.remember('a checker', [file], check)).toEqual(verdict);
  }
  verdicts.keep();
  return taken;
}

test('the same book is looked at once', async () => {
  expect(await looksTaken([book])).toBe(1);
  expect(await looksTaken([book])).toBe(0);
});

test.for<[string, { file?: typeof book; tools?: string }]>([
  ['other bytes', { file: { ...book, bytes: bytes('another book') } }],
  ['another path, which findings name', { file: { ...book, path: 'dist/other.epub' } }],
  ['other tools', { tools: 'newer tools' }],
])('%s', async ([, { file = book, tools = 'tools' }]) => {
  await looksTaken([book]);
  expect(await looksTaken([file], { tools })).toBe(1);
});

test('what was not checked is tried again', async () => {
  expect(await looksTaken([book], { verdict: absent })).toBe(1);
  expect(await looksTaken([book], { verdict: absent })).toBe(1);
});

test('what nobody asks for any more is forgotten', async () => {
  await looksTaken([book]);
  await looksTaken([]);
  expect(await looksTaken([book])).toBe(1);
});

test('a page is looked at again when it has changed', async () => {
  const taken: string[] = [];
  const tool: AxeTool = {
    version: '1',
    run(page) {
      taken.push(page);
      return Promise.resolve(looks.map(() => ({ violations: [], passes: [{ id: 'a-rule' }] })));
    },
  };
  const pages = new Map([
    ['index.html', 'one'],
    ['other.html', 'two'],
  ]);
  const verify = async () => {
    const verdicts = openVerdicts(cache, 'plan', 'tools');
    const { run } = verdicts.axe(tool, async (page) => bytes(pages.get(page) ?? ''));
    for (const page of pages.keys()) {
      expect(await run(page, looks)).toHaveLength(looks.length);
    }
    verdicts.keep();
    return taken.splice(0);
  };
  expect(await verify()).toEqual(['index.html', 'other.html']);
  expect(await verify()).toEqual([]);
  pages.set('other.html', 'three');
  expect(await verify()).toEqual(['other.html']);
});
