/** Has V8 wait before it compiles a function for speed, where it would rather not. */
import { setFlagsFromString } from 'node:v8';

/**
 * The V8 of Node 20 (11.3) compiles on other threads what has run 67,584 bytes of bytecode, and a command that runs a
 * few seconds gets back less than that takes. Later versions have a compiler in between, and are left alone.
 */
export function compileLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');
}
