/** The baseline on disk: JSON, a finding a line, in an order that makes for small diffs. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { KnownFinding } from '../check/baseline.ts';
import { UsageError } from '../model/errors.ts';

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      fingerprint: z.string(),
      rule: z.string(),
      path: z.string(),
      message: z.string(),
    }),
  ),
});

/** The baseline in a file; undefined where there is none. Raises `UsageError` where the file is no baseline. */
export async function readBaseline(
  root: string,
  file: string,
): Promise<readonly KnownFinding[] | undefined> {
  let text: string;
  try {
    text = await readFile(path.resolve(root, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`The baseline "${file}" cannot be read.`, 'Name a file in the config.');
  }
  const parsed = schema.safeParse(valueIn(text));
  if (parsed.success) return parsed.data.findings;
  throw new UsageError(
    `"${file}" is no baseline of this version.`,
    'Restore it from your version control, or delete it and run briefwright check --update-baseline.',
  );
}

/** Writes a baseline, in the order of paths. */
export async function writeBaseline(
  root: string,
  file: string,
  findings: readonly KnownFinding[],
): Promise<void> {
  const key = (one: KnownFinding) => [one.path, one.rule, one.message, one.fingerprint].join('\n');
  const lines = findings
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
    .map((one) => `    ${JSON.stringify(one)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  await writeFile(path.resolve(root, file), `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
