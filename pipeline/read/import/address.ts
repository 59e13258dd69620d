/** What the address of an outline page says of it, such as `…/NATO2020/goal3-obj13-_8dfff094-….html`. */

/** `goal` and `objective` count from 1 in document order; they are no sequence numbers. */
export interface PageAddress {
  readonly planCode: string | undefined;
  readonly goal: number;
  /** Absent on a goal's own page. */
  readonly objective: number | undefined;
  /** The StratML Identifier, made a valid NCName. */
  readonly id: string | undefined;
}

/** Reads an address; undefined where it is none of an outline page. */
export function readAddress(url: string): PageAddress | undefined {
  const match =
    /(?:^|\/)(?:([^/?#]+)\/)?goal(\d+)(?:-obj(\d+))?(?:-([^/?#]*?))?(?:\.x?html?)?(?:[?#].*)?$/iu.exec(
      url,
    );
  if (match === null) return undefined;
  const [, planCode, goal, objective, id] = match;
  return {
    planCode,
    goal: Number(goal),
    objective: objective === undefined ? undefined : Number(objective),
    id: id === undefined || id === '' ? undefined : toIdentifier(id),
  };
}

/**
 * An identifier as XML demands it (an NCName without letters beyond ASCII, which file systems and links like too):
 * what it cannot hold becomes `-`, and `_` goes before a first sign that may not come first.
 */
export function toIdentifier(id: string): string {
  const signs = id.trim().replace(/[^\w.-]+/gu, '-');
  return /^[A-Za-z_]/u.test(signs) ? signs : `_${signs}`;
}
