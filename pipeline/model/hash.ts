/** Hashes by which things are known to be the same: SHA-256 in hexadecimal. */
import { createHash } from 'node:crypto';

/** Of bytes, or of a text in UTF-8. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of values that JSON can say. */
export function hashOf(...values: readonly unknown[]): string {
  return sha256Of(JSON.stringify(values));
}
