/** A printer that tells of each print for which it is asked. */
import type { Printer } from '../../pipeline/model/edition.ts';

export function countedPrinter(printer: Printer, told: (tagged: boolean) => void): Printer {
  return {
    ...printer,
    proof: (files, tabs, work) =>
      printer.proof(files, tabs, (proof) =>
        work({
          ...proof,
          print(name, html, tagged, meanwhile) {
            told(tagged);
            return proof.print(name, html, tagged, meanwhile);
          },
        }),
      ),
  };
}
