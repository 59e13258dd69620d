/** A book with one thing changed, for checks that must notice. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Replaces `from`, which must occur, in the files whose path ends with `file`. */
export function mutate(
  book: Uint8Array,
  file: string,
  from: string | RegExp,
  to: string,
): Uint8Array {
  let found = false;
  const files = Object.entries(unzipSync(book)).map(([name, bytes]) => {
    if (!name.endsWith(file)) return [name, bytes] as const;
    const text = strFromU8(bytes);
    const changed = text.replace(from, to);
    found ||= changed !== text;
    return [name, strToU8(changed)] as const;
  });
  if (!found) throw new Error(`${file} does not hold ${from}`);
  return zipSync(
    Object.fromEntries(
      files.map(([name, bytes]) => [name, [bytes, { level: name === 'mimetype' ? 0 : 6 }]]),
    ),
  );
}

/** Takes the file at this path out. */
export function without(book: Uint8Array, path: string): Uint8Array {
  const { [path]: gone, ...files } = unzipSync(book);
  if (gone === undefined) throw new Error(`The book has no ${path}`);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        [bytes, { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  );
}
