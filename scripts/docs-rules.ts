/** Writes `docs/rules/` from the rules: `npm run docs:rules`. A test holds the two equal. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explain, ruleList } from '../pipeline/check/explain.ts';
import { rules } from '../pipeline/check/rules/index.ts';

const folder = 'docs/rules';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'README.md'), ruleList(rules));
for (const rule of rules) writeFileSync(path.join(folder, `${rule.id}.md`), explain(rule));
