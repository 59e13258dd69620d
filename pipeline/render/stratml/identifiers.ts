/** The identifiers of a document: each valid and each once, since XSD tools do not always look. */
import type { Finding } from '../../model/finding.ts';
import { isNcName } from '../../model/nc-name.ts';
import { startOf } from '../../model/place.ts';

export class Identifiers {
  readonly findings: Finding[] = [];
  readonly #given = new Map<string, string>();

  /** The id, or undefined where it may not be written; then a finding says why. `path` is the file that has it. */
  take(id: string | undefined, path: string): string | undefined {
    if (id === undefined || id === '') return undefined;
    const first = this.#given.get(id);
    if (first === undefined && isNcName(id)) {
      this.#given.set(id, path);
      return id;
    }
    this.findings.push({
      severity: 'warning',
      rule: 'stratml-id',
      message:
        first === undefined
          ? `StratML does not allow the id "${id}"; it is left out.`
          : `The id "${id}" stands twice in the plan; in StratML the second one is left out.`,
      place: startOf(path),
      help:
        first === undefined
          ? 'Use letters, digits, "-", "_" and ".", and no digit first.'
          : 'Give one of the two another id.',
      related:
        first === undefined
          ? []
          : [{ message: 'The id stands here first.', place: startOf(first) }],
    });
    return undefined;
  }
}
