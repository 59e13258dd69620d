/** The identifiers of a document: each a name that XML allows, each once. */
import { isNcName } from '../../../model/nc-name.ts';
import { toIdentifier } from '../address.ts';
import type { Tell } from '../notes.ts';
import type { XmlElement } from './xml-element.ts';

/** Gives the identifier of an element; undefined where it has none. */
export type IdentifierOf = (element: XmlElement) => string | undefined;

/** Remembers what was given, so that a second one of the same name gets a number. */
export function openIdentifiers(tell: Tell): IdentifierOf {
  const given = new Map<string, number>();
  return (element) => {
    const child = element.first('Identifier');
    const written = child?.text.trim() ?? '';
    if (child === undefined || written === '') return undefined;
    if (/\$\{.*\}/u.test(written)) {
      tell('empty', `The identifier "${written}" only holds a place; it is left out.`, child.at);
      return undefined;
    }
    const valid = isNcName(written) ? written : toIdentifier(written);
    if (valid !== written) {
      tell(
        'repaired',
        `The identifier "${written}" is no name that XML allows; it is written as "${valid}".`,
        child.at,
      );
    }
    const id = unusedName(valid, given);
    if (id !== valid) {
      tell(
        'repaired',
        `The identifier "${valid}" stands here a second time; it is written as "${id}".`,
        child.at,
      );
    }
    return id;
  };
}

function unusedName(id: string, given: Map<string, number>): string {
  const count = (given.get(id) ?? 0) + 1;
  given.set(id, count);
  return count === 1 ? id : unusedName(`${id}-${count}`, given);
}
