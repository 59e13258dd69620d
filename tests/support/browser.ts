/** The real browser of the machine, for tests that print or look at pages. */
import { afterAll } from 'vitest';
import { createPrinter } from '../../pipeline/build/browser/print.ts';
import { type BrowserSession, openSession } from '../../pipeline/build/browser/session.ts';
import { thisMachine } from '../../pipeline/build/machine.ts';
import type { Printer } from '../../pipeline/model/edition.ts';

/** A session for one test file: starts at the first use, ends after the last test. */
export function browserForTests(): { readonly session: BrowserSession; readonly printer: Printer } {
  const session = openSession({ machine: thisMachine(), packageRoot: process.cwd() });
  afterAll(() => session.close());
  return { session, printer: createPrinter(session) };
}
