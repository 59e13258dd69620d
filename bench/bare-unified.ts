/** The yardstick of the web edition: every Markdown file of a folder through unified alone, in one process. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const [folder = '.', only = 'html'] = process.argv.slice(2);
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const whole = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeStringify);
let length = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const text = readFileSync(path.join(folder, name), 'utf8');
  if (only === 'parse') length += parser.parse(text).children.length;
  else length += String(whole.processSync(text)).length;
}
process.stdout.write(`${length}\n`);
