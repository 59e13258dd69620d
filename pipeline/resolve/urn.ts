/** The plan's name for machines: always the same for the same plan. */
import { v5, validate } from 'uuid';

/** The namespace of our names: the URL namespace's UUID of the product (RFC 9562, section 6.6). */
const namespace = v5('https://briefwright.invalid/plan', v5.URL);

/** `urn:uuid:` of the author's id where that is a UUID (StratML writes `_` before it), else a name-based one of the id or slug. */
export function urnOf(id: string | undefined, slug: string): string {
  const bare = id?.replace(/^_/u, '').toLowerCase();
  return `urn:uuid:${bare !== undefined && validate(bare) ? bare : v5(id ?? slug, namespace)}`;
}
