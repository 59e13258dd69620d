/** Writes `config-1.json`, `plan-1.json` and `timings-1.json` in docs/schemas/ from the code's own schemas: `npm run docs:schemas`. Tests hold them equal. */
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../pipeline/build/config/json-schema.ts';
import { timingsJsonSchema } from '../pipeline/cli/timings.ts';
import { planJsonSchema } from '../pipeline/render/json/schema.ts';

writeFileSync('docs/schemas/config-1.json', configJsonSchema());
writeFileSync('docs/schemas/plan-1.json', planJsonSchema());
writeFileSync('docs/schemas/timings-1.json', timingsJsonSchema());
