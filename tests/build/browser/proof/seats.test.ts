/** Who gets which seat, and who waits. */
import { expect, test } from 'vitest';
import { createSeats } from '../../../../pipeline/build/browser/proof/seats.ts';

/** Work that ends when somebody says so, and tells in which seat it is. */
function jobs() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => async (seat: string) => {
    log.push(`${name} in ${seat}`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { log, job, end };
}

test('one after another takes no second seat', async () => {
  const sit = createSeats(['left', 'right']);
  const taken: string[] = [];
  for (const name of ['a', 'b', 'c']) await sit(name, async (seat) => taken.push(seat));
  expect(taken).toEqual(['left', 'left', 'left']);
});

test('two at once sit side by side, and the third waits', async () => {
  const sit = createSeats(['left', 'right']);
  const { log, job, end } = jobs();
  const all = ['a', 'b', 'c'].map((name) => sit(name, job(name)));
  expect(log).toEqual(['a in left', 'b in right']);
  await end('b');
  expect(log.at(-1)).toBe('c in right');
  await Promise.all([end('a'), end('c'), ...all]);
});

test('what comes back gets the seat that it had', async () => {
  const sit = createSeats(['left', 'right']);
  const { log, job, end } = jobs();
  const first = [sit('a', job('a')), sit('b', job('b'))];
  await end('a');
  await end('b');
  const again = [sit('b', job('b')), sit('a', job('a'))];
  expect(log.slice(2)).toEqual(['b in right', 'a in left']);
  await Promise.all([end('a'), end('b'), ...first, ...again]);
});

test('a seat is free again where the work went wrong', async () => {
  const sit = createSeats(['only']);
  await expect(sit('a', () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
  expect(await sit('b', async (seat) => seat)).toBe('only');
});
