/** The code's own shape: which folder may import which. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Phase → what of ours it may import beside itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  pdf: [],
  read: ['model'],
  check: ['model'],
  resolve: ['model'],
  render: ['model', 'pdf'],
  verify: ['model', 'pdf'],
  build: ['model', 'read', 'check', 'resolve', 'render', 'verify'],
  cli: ['model', 'build', 'check'],
};

const imports = readdirSync('pipeline', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const file = path.posix.join('pipeline', name.split(path.sep).join('/'));
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => ({
      file,
      target: match[1] ?? '',
    }));
  });

test('phases depend on one another in one direction only', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => ({ file, to: path.posix.join(path.posix.dirname(file), target) }))
    .filter(({ file, to }) => {
      const from = file.split('/')[1] ?? '';
      const into = to.split('/')[1] ?? '';
      return from !== into && !(allowed[from] ?? []).includes(into);
    });
  expect(wrong).toEqual([]);
});

test('an edition imports no other edition', () => {
  const editions = ['html', 'pdf', 'epub', 'stratml', 'json'];
  const wrong = imports.filter(({ file, target }) => {
    const own = editions.find((edition) => file.startsWith(`pipeline/render/${edition}/`));
    const to = path.posix.join(path.posix.dirname(file), target);
    return (
      own && editions.some((other) => other !== own && to.startsWith(`pipeline/render/${other}/`))
    );
  });
  expect(wrong).toEqual([]);
});

test('only build, cli and verify reach the disk, processes and the network', () => {
  const outside = /^node:(fs|child_process|net|http|https|os|process|worker_threads)/u;
  const wrong = imports.filter(
    ({ file, target }) => outside.test(target) && !/^pipeline\/(build|cli|verify)\//u.test(file),
  );
  expect(wrong).toEqual([]);
});
