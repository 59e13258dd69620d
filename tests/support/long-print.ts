/** A process that tells its browser's process group, prints for minutes, and ends at Ctrl-C as the command does. */
import { createPrinter } from '../../pipeline/build/browser/print.ts';
import { openSession } from '../../pipeline/build/browser/session.ts';
import { thisMachine } from '../../pipeline/build/machine.ts';

process.once('SIGINT', () => process.exit(130));
const session = openSession({ machine: thisMachine(), packageRoot: process.cwd() });
const printing = createPrinter(session).print({
  html: '<p>a long text</p>'.repeat(100_000),
  files: new Map(),
  tagged: true,
});
process.stdout.write(String((await session.browser()).process()?.pid));
await printing;
