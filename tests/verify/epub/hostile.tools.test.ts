/** Whatever an author writes, on purpose or not, the book stays one that EPUBCheck takes. */
import { expect, test } from 'vitest';
import { run } from '../../../pipeline/build/run.ts';
import { verifyEpub } from '../../../pipeline/verify/epub/verify-epub.ts';
import { lookAnew } from '../../../pipeline/verify/verdict.ts';
import { makeBook, unpack } from '../../support/book.ts';
import { hostileHtml } from '../../support/hostile-html.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';

const epubcheck = { java: 'java', jar: '/usr/bin/epubcheck' };

test('HTML nested at random, as blocks, in lines, in items and in cells', async () => {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 20261124);
  const section = (html: string, at: number) =>
    [
      `---\nsequence: "1.${at + 1}"\n---\n\n# Section ${at + 1}\n\n## Recommendation\n\nDo ${html}.\n`,
      `## Background\n\n${html}\n\n- item ${html}\n\n| a | b |\n| --- | --- |\n| ${html.replaceAll('|', '')} | c |\n`,
      `## Stakeholders\n\n- Agency: ${html}\n\n## Indicators\n\n- Sites: ${html}\n`,
    ].join('\n');
  const files = hostileHtml(300, seed).map(
    (html, at) => [`1-goal/1.${at + 1}-section.md`, section(html, at)] as const,
  );
  const { plan } = await resolvedPlan(
    sourcesOf({
      'plan.md': '---\ntitle: "]]> <script> & \\u0007"\nisbn: none\nlang: en\n---\n\nText.\n',
      '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n\nText.\n',
      ...Object.fromEntries(files),
    }),
    process.cwd(),
    true,
  );
  const bytes = await makeBook(plan);
  const { findings } = await verifyEpub(
    { path: 'plan.epub', bytes },
    { run, epubcheck, ace: undefined, remember: lookAnew },
  );
  // A drawing without words is an error of the author's: only a draft shows it.
  const others = findings.filter(({ message }) => !message.includes('has no words'));
  expect(
    others.map(
      ({ message, place }) => `${place.path}:${place.start.line}:${place.start.column} ${message}`,
    ),
  ).toEqual([]);
  for (const text of unpack(bytes).values())
    expect(text).not.toMatch(/<script|(?:href|src|cite)="\s*javascript:|\son\w+=/u);
}, 600_000);
