/** The config's JSON Schema, which editors check by: `docs/schemas/config-1.json`. */
import * as z from 'zod';
import { configSchema } from './config-schema.ts';

/** The schema of what people write (JSON Schema 2020-12), as JSON text. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(configSchema, { io: 'input' }), undefined, 2)}\n`;
}
