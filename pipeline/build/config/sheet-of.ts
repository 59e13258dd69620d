/** The paper of a build: what the command line says, else what the config says. */

import { UsageError } from '../../model/errors.ts';
import { pageSizes, type Sheet } from '../../model/sheet.ts';
import { type CheckedConfig, sheetSchema } from './config-schema.ts';

/** What the command line says of the paper, in its own words. */
export interface SheetOptions {
  readonly size?: string;
  readonly sides?: string;
  readonly bleed?: string;
  readonly marks?: boolean;
  readonly grey?: boolean;
}

/** Raises `UsageError` where an option is no such thing. */
export function sheetOf(config: CheckedConfig['print'], options: SheetOptions): Sheet {
  const { size, sides, bleed, marks, grey } = options;
  const said = sheetSchema.safeParse({
    ...config,
    ...(size === undefined ? {} : { size: named(size) }),
    ...(sides === undefined ? {} : { sides: Number(sides) }),
    ...(bleed === undefined ? {} : { bleed }),
    ...(marks === undefined ? {} : { marks }),
    ...(grey === undefined ? {} : { grey }),
  });
  if (said.success) return { ...said.data, bleed: Number.parseFloat(said.data.bleed) };
  const [issue] = said.error.issues;
  const option = String(issue?.path[0] ?? '');
  throw new UsageError(
    `--${option} ${String(Reflect.get(options, option))}: ${issue?.message ?? 'cannot be read'}.`,
    'briefwright build --size A4 --sides 2 --bleed 3mm --marks',
  );
}

/** A size, however it is written: `a4`, `LETTER`. */
function named(size: string): string {
  return pageSizes.find((one) => one.toLowerCase() === size.toLowerCase()) ?? size;
}
