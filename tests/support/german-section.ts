/** An English plan with a section in German, which has a word of ours beside everything of its own. */
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { resolvedPlan, sourcesOf } from './sources.ts';

export async function planWithGermanSection(): Promise<ResolvedPlan> {
  const { plan } = await resolvedPlan(
    sourcesOf({
      'plan.md': '---\nlang: en\ndate: 2026-01-01\n---\n\n# Plan\n',
      '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n',
      '1-goal/1.1-trees.md': `---\nsequence: "1.1"\nlang: de\n---\n\n# Bäume\n\n## Empfehlung\n\nBäume.[^a]\n
## Hintergrund\n\nText.\n\n## Beteiligte\n\n- Stadt (Organization; Performer): sie\n
## Indikatoren\n\n- Bäume: target 5 by 2030, baseline 4 in 2025, actual 4 in 2026 {unit: Stück}\n\n[^a]: Eichen.\n`,
    }),
    process.cwd(),
  );
  return plan;
}
