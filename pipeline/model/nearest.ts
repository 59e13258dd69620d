/** "Did you mean": the nearest right word to a wrong one. */
import { distance } from 'fastest-levenshtein';

/** The candidate that differs least, where it is near enough to be meant; compared without case. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  // Two letters that changed places count as two changes: "sarfi" is meant to be "sarif".
  const most = wanted.length < 5 ? 1 : Math.ceil(wanted.length / 3);
  let best: { readonly candidate: string; readonly apart: number } | undefined;
  for (const candidate of candidates) {
    // No two words are nearer than their lengths; most candidates end here, unmeasured.
    const bound = best === undefined ? most : best.apart - 1;
    if (Math.abs(candidate.length - wanted.length) > bound) continue;
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart <= bound) best = { candidate, apart };
  }
  return best?.candidate;
}
