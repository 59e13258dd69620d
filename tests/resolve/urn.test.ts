import { expect, test } from 'vitest';
import { urnOf } from '../../pipeline/resolve/urn.ts';

test('a UUID of the author’s, as StratML writes it, is kept', () => {
  expect(urnOf('_8DFFF094-8b91-11e2-af17-a93768e382cb', 'nato')).toBe(
    'urn:uuid:8dfff094-8b91-11e2-af17-a93768e382cb',
  );
});

test('any other id, or the folder’s name, gives one of its own that is always the same', () => {
  const [byId, bySlug] = [urnOf('nato-2020', 'nato'), urnOf(undefined, 'nato')];
  expect(byId).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/u);
  expect(byId).toBe(urnOf('nato-2020', 'elsewhere'));
  expect(byId).not.toBe(bySlug);
});
