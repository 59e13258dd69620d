/** Who did what, as an imprint lists it. */
import type { EditionContext } from '../model/edition.ts';
import type { Contributor } from '../model/matter.ts';

/** One line of an imprint. */
export interface Credit {
  /** "Written by", or the role as the author wrote it where it is none of the usual. */
  readonly label: string;
  readonly names: readonly string[];
}

/** Contributors by role, in the order in which each role is first named. Roles are MARC's relator codes (`aut`, `ill`) or words. */
export function creditsOf(
  contributors: readonly Contributor[],
  labels: EditionContext['labels'],
): Credit[] {
  const roles = [...new Set(contributors.map(({ role }) => role))];
  return roles.map((role) => ({
    label: labels[`credit_${role}`] ?? role,
    names: contributors.filter((one) => one.role === role).map(({ name }) => name),
  }));
}
