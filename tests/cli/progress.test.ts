/** How a build is followed: in a log, and on a screen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inStep, type Progress } from '../../pipeline/build/progress.ts';
import { liveLine, stepLines } from '../../pipeline/cli/progress.ts';
import { terminalIn } from '../support/terminal.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pdf = {
  plan: 'nato2020',
  name: 'pdf',
  reason: 'other sources',
  usual: 9,
  pages: 28,
} as const;
const publish = { plan: 'nato2020', name: 'publish' } as const;

async function work(progress: Progress): Promise<void> {
  await inStep(progress, pdf, async () => {
    progress.goesOn('print 1');
    await vi.advanceTimersByTimeAsync(4000);
    progress.goesOn('print 2');
    progress.explains('nato2020', 'page a.html, since its text changed');
    await vi.advanceTimersByTimeAsync(6000);
  });
  await inStep(progress, publish, () => {});
}

test('a log has a line for each step that has a reason', async () => {
  const terminal = terminalIn('.');
  await work(stepLines(terminal, false));
  expect(terminal.stderr()).toBe('nato2020: pdf\n');
});

test('with --explain, the reason too', async () => {
  const terminal = terminalIn('.');
  await work(stepLines(terminal, true));
  expect(terminal.stderr()).toBe(
    'nato2020: pdf, since other sources\nnato2020: page a.html, since its text changed\n',
  );
});

test('on a screen one line changes and goes away', async () => {
  const terminal = terminalIn('.');
  await work(liveLine(terminal));
  const lines = terminal.stderr().split('\r\u001B[2K');
  expect(lines.filter((line, index) => line !== lines[index - 1])).toEqual([
    '',
    'nato2020: pdf, 28 pages last time, about 9 s left',
    'nato2020: pdf, print 1, 28 pages last time, about 9 s left',
    'nato2020: pdf, print 1, 28 pages last time, about 8 s left',
    'nato2020: pdf, print 1, 28 pages last time, about 7 s left',
    'nato2020: pdf, print 1, 28 pages last time, about 6 s left',
    'nato2020: pdf, print 1, 28 pages last time, about 5 s left',
    'nato2020: pdf, print 2, 28 pages last time, about 5 s left',
    'nato2020: pdf, print 2, 28 pages last time, about 4 s left',
    'nato2020: pdf, print 2, 28 pages last time, about 3 s left',
    'nato2020: pdf, print 2, 28 pages last time, about 2 s left',
    'nato2020: pdf, print 2, 28 pages last time, about 1 s left',
    'nato2020: pdf, print 2, 28 pages last time',
    '',
    'nato2020: publish',
    '',
  ]);
});

test('a line is never wider than the screen', () => {
  const terminal = { ...terminalIn('.'), columns: 20 };
  let widest = 0;
  liveLine({
    ...terminal,
    say: (text) => {
      widest = Math.max(widest, text.replace('\r\u001B[2K', '').length);
    },
  }).begins(pdf);
  expect(widest).toBe(19);
});

test('a step that fails is ended, and the failure goes on', async () => {
  const terminal = terminalIn('.');
  const failing = inStep(liveLine(terminal), pdf, () => Promise.reject(new Error('no browser')));
  await expect(failing).rejects.toThrow('no browser');
  expect(terminal.stderr().endsWith('\r\u001B[2K')).toBe(true);
});
