/** Work on several things at the same time comes out in their order. */
import { expect, test } from 'vitest';
import { lanes, sideBySide } from '../../../pipeline/render/pdf/side-by-side.ts';

test('results are in order, whichever is done first, and no more are under way than there are lanes', async () => {
  let [under, most] = [0, 0];
  const results = await sideBySide([30, 5, 10, 1], async (pause) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setTimeout(resolve, pause));
    under -= 1;
    return `after ${pause}`;
  });
  expect(results).toEqual(['after 30', 'after 5', 'after 10', 'after 1']);
  expect(most).toBe(lanes);
});
