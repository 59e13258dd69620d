/** In which languages a section's parts may have their headings. */
import { expect, test } from 'vitest';
import { resolvedPlan, sourcesOf } from '../support/sources.ts';

const parts = ['recommendation', 'background', 'stakeholders', 'indicators'];

test.each([
  ['en', ['Recommendation', 'Background', 'Stakeholders', 'Indicators']],
  ['fr', ['Recommandation', 'Contexte', 'Parties prenantes', 'Indicateurs']],
  ['de', ['Empfehlung', 'Hintergrund', 'Beteiligte', 'Indikatoren']],
  ['es', ['Recomendación', 'Antecedentes', 'Partes interesadas', 'Indicadores']],
  ['ar', ['التوصية', 'الخلفية', 'أصحاب المصلحة', 'المؤشرات']],
  ['ar', ['توصيات', 'السياق', 'أصحاب المصلحة', 'مؤشرات الأداء']],
])('the four parts in the language %s: %j', async (lang, headings) => {
  const text = headings
    .map((heading) => `## ${heading}\n\n- One (Organization): two.\n`)
    .join('\n');
  const { plan, findings } = await resolvedPlan(
    sourcesOf({
      'plan.md': `---\ntitle: T\nlang: ${lang}\ndate: 2026-03-02\n---\n\nText.\n`,
      '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# G\n\nText.\n',
      '1-goal/1.1-one.md': `---\nsequence: "1.1"\n---\n\n# S\n\n${text}`,
    }),
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(plan.goals[0]?.sections[0]?.parts.map(({ id, state }) => [id, state])).toEqual(
    parts.map((id) => [id, 'filled']),
  );
});
