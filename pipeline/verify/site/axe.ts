/** The accessibility of a site's pages, by axe-core in the real browser. */
import * as z from 'zod';
import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../verdict.ts';
import { siteFinding } from './site-file.ts';

/** How a reader looks at a page. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** A phone, a tablet and a desk, by day and by night. */
export const looks: readonly Look[] = [320, 768, 1440].flatMap((width): Look[] => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);

/** What runs axe on a page of the site, once a look; undefined where there is no browser. */
export interface AxeTool {
  readonly version: string;
  /** Opens the page and gives what axe reports for each look, in their order. Nothing passes where it did not run. */
  run(page: string, looks: readonly Look[]): Promise<readonly AxeReport[]>;
}

/** The part of axe's results that we read. */
export const axeReport = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
  /** The rules that passed. */
  passes: z.array(z.object({ id: z.string() })),
});

export type AxeReport = z.infer<typeof axeReport>;

const name = 'axe-core';

/** Every page, in both themes, at three widths. `folder` is shown in findings. */
export async function checkWithAxe(
  folder: string,
  pages: readonly string[],
  tool: AxeTool | undefined,
): Promise<Verdict> {
  if (tool === undefined) return notChecked('No browser was found.', 'briefwright setup');
  const findings: Finding[] = [];
  for (const page of pages) {
    const seen = new Set<string>();
    const reports = await tool.run(page, looks);
    for (const [index, report] of reports.entries()) {
      if (report.passes.length === 0) {
        return notChecked(`axe-core looked at nothing on ${page}.`, 'briefwright doctor');
      }
      for (const { id, help, nodes } of report.violations) {
        for (const { html } of nodes) {
          if (seen.has(id + html)) continue;
          seen.add(id + html);
          findings.push(siteFinding(folder, page, fault(id, help, html, looks[index])));
        }
      }
    }
  }
  const what = `The accessibility of ${pages.length} pages by all rules of axe-core (WCAG 2.2 A and AA, best practices), light and dark, at 320, 768 and 1440 px.`;
  return {
    checked: [{ name, version: tool.version, what, rules: 'axe/' }],
    notChecked: [],
    findings,
  };
}

function fault(id: string, help: string, html: string, look: Look | undefined) {
  const first = html.replace(/\s+/gu, ' ').slice(0, 200);
  const seen = look === undefined ? '' : ` (${look.width} px, ${look.scheme})`;
  return { rule: `axe/${id}`, message: `${help}${seen}: ${first}` };
}

function notChecked(why: string, help: string): Verdict {
  return { checked: [], notChecked: [{ name, why, help }], findings: [] };
}
