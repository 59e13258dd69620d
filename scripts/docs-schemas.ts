/** Writes `docs/schemas/config-1.json` and `plan-1.json` from the code's own schemas: `npm run docs:schemas`. Tests hold them equal. */
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../pipeline/build/config/json-schema.ts';
import { planJsonSchema } from '../pipeline/render/json/schema.ts';

writeFileSync('docs/schemas/config-1.json', configJsonSchema());
writeFileSync('docs/schemas/plan-1.json', planJsonSchema());
