/** Work on many things, on a few of them at the same time. */

/** So many: the least of processors that a machine has today, and what the browser's memory holds with ease. */
export const lanes = 2;

/** Works on things in their order. What comes out is in the same order, whichever is done first. */
export async function sideBySide<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const next = things.entries();
  const lane = async () => {
    for (const [at, thing] of next) results[at] = await work(thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
