/** The reporters by the names that `--reporter` takes. */
import { concise } from './concise.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export const reporterNames = [
  'pretty',
  'concise',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
] as const;

export type ReporterName = (typeof reporterNames)[number];

export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty,
  concise,
  json,
  sarif,
  junit,
  github,
  gitlab,
};
