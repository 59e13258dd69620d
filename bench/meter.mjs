/** Tells on stderr, when a process ends, what it cost: seconds of the processor, and the most memory in MB. */
import { writeSync } from 'node:fs';

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(2, `\nMETER ${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}\n`);
});
