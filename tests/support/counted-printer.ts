/** A printer that tells of each print for which it is asked. */
import type { Printer } from '../../pipeline/model/edition.ts';

export function countedPrinter(printer: Printer, told: (tagged: boolean) => void): Printer {
  return {
    ...printer,
    proof: (files, work) =>
      printer.proof(files, (proof) =>
        work({
          ...proof,
          print(html, tagged, meanwhile) {
            told(tagged);
            return proof.print(html, tagged, meanwhile);
          },
        }),
      ),
  };
}
