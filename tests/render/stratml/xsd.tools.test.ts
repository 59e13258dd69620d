/** What the edition writes, validated by xmllint against the schemas of the standard. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPlans } from '../../../pipeline/build/load.ts';
import type { StratmlPart } from '../../../pipeline/model/stratml.ts';
import { hasShared, shared, sharedHint } from '../../support/shared.ts';
import { exportStratml, filesOf, resolvePlan, roundTrip } from '../../support/stratml.ts';

const schemas: Readonly<Record<StratmlPart, string>> = {
  1: shared('stratml/schemas/StrategicPlanISOVersion20140401.xsd'),
  2: shared('stratml/schemas/PerformancePlanOrReport20160216.xsd'),
};

/** xmllint's complaints; empty where the text is valid. */
function complaints(xml: string): string {
  const part = xml.includes('<PerformancePlanOrReport') ? 2 : 1;
  const ran = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schemas[part], '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return ran.status === 0 ? '' : ran.stderr;
}

describe.skipIf(!hasShared)(`against the XSD${sharedHint}`, () => {
  const folder = shared('stratml/plans');
  const files = hasShared ? readdirSync(folder).map((file) => path.join(folder, file)) : [];

  test.each([...files, 'tests/fixtures/stratml/harbour.xml'])(
    '%s is valid, in either part',
    async (file) => {
      const { xml, imported } = await roundTrip(readFileSync(file, 'utf8'));
      expect(complaints(xml)).toBe('');
      const first = await exportStratml(resolvePlan(filesOf(imported)), 1);
      expect(first.xml).toContain('<StrategicPlan ');
      expect(complaints(first.xml)).toBe('');
    },
  );

  test('the plans of this repository are valid', async () => {
    for (const sources of await loadPlans(process.cwd(), 'sources')) {
      const files = sources.texts.map(({ path: name, bytes }) => [
        name.slice(sources.folder.length + 1),
        new TextDecoder().decode(bytes),
      ]);
      const { xml } = await exportStratml(resolvePlan(Object.fromEntries(files)));
      expect(complaints(xml), sources.slug).toBe('');
    }
  });

  test('so is a plan that says everything in the ways StratML cannot', async () => {
    const { xml } = await exportStratml(
      resolvePlan({
        'plan.md':
          '---\ntitle: P\nid: 1 x\ndate: 2024-01-01\nsource: A book\n---\n\n# P\n\n## Values\n\nNone here.\n',
        'g/goal.md': '# G\n\n> Quote[^1]\n\n[^1]: Note.\n',
        'g/s.md':
          '# S\n\nIntro \u0001 here.\n\n## Recommendation\n\n| a | b |\n|---|---|\n| *1* | `2` |\n\n## Indicators\n\n- Size: target ≥ 40 % by 2030, baseline 1,200 in May 2024 {unit: m}\n- Depth {id: x}\n\n  | result | to | value |\n  |--|--|--|\n  | actual | 2024-Q3 | about 5 |\n  | target | some day | 1e3 |\n',
      }),
    );
    expect(complaints(xml)).toBe('');
  });
});
