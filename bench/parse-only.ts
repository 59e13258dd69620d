/** Reads and parses the files of a list, one after another: what checking cannot do without. */
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
const files: string[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
let nodes = 0;
for (const file of files) nodes += parser.parse(readFileSync(file, 'utf8')).children.length;
process.stdout.write(`${nodes}\n`);
