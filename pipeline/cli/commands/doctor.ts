/** `briefwright doctor`: what this machine has, on stdout. */
import { diagnose, isWell } from '../../build/doctor.ts';
import { thisMachine } from '../../build/machine.ts';
import { doctorText } from '../doctor-text.ts';
import { fine, toolFailed } from '../exit-codes.ts';

/** Looks at the machine; the exit code says whether a build would have what it needs. */
export async function doctorCommand(packageRoot: string): Promise<number> {
  const report = await diagnose({ machine: thisMachine(), packageRoot });
  process.stdout.write(doctorText(report));
  return isWell(report) ? fine : toolFailed;
}
