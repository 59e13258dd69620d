/** Writes `docs/schemas/config-1.json` from the config's own schema: `npm run docs:schemas`. A test holds the two equal. */
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../pipeline/build/config/json-schema.ts';

writeFileSync('docs/schemas/config-1.json', configJsonSchema());
