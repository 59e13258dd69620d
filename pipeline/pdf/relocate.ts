/** Moves what a fragment's objects say by number to where it stands in a file: references, and keys of the parent tree. */

/** Numbers in the file by those in the fragment. */
export interface Moves {
  object(number: number): number;
  key(number: number): number;
}

/**
 * The text of an object (ISO 32000-1, 7.3) with its references (7.3.10) and the keys of its structure parents (14.7.4.4)
 * moved. What looks like either within a string is left alone. References are of generation 0.
 */
export function relocate(text: string, moves: Moves): string {
  let moved = '';
  let done = 0;
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, reference, parent, key] = found;
    if (reference !== undefined) {
      moved += `${text.slice(done, found.index)}${moves.object(Number(reference))} 0 R`;
    } else if (parent !== undefined) {
      moved += `${text.slice(done, found.index)}${parent}${moves.key(Number(key))}`;
    } else {
      if (whole === '(') token.lastIndex = stringEnd(text, found.index);
      continue;
    }
    done = token.lastIndex;
  }
  return moved + text.slice(done);
}

/** A reference, a structure parent with its key, or what is passed over: a string, a name. */
const token = /(\d+) 0 R\b|(\/StructParents? )(\d+)|\(|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*/gu;

/** Just past a literal string (7.3.4.2), in which parentheses may nest. */
function stringEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
