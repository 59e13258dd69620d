/** StratML to Markdown to StratML: the same document, apart from what the report says. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { stratmlNamespaces } from '../../../pipeline/model/stratml.ts';
import { canonical } from '../../support/canonical.ts';
import { hasShared, shared, sharedHint } from '../../support/shared.ts';
import { exportStratml, filesOf, resolvePlan, roundTrip } from '../../support/stratml.ts';

const harbour = readFileSync('tests/fixtures/stratml/harbour.xml', 'utf8');

test('a plan that has everything comes back whole', async () => {
  const { xml, findings } = await roundTrip(harbour);
  expect(canonical(xml)).toEqual(canonical(harbour));
  expect(findings).toEqual([]);
});

test('what was exported is imported and exported as the same bytes', async () => {
  const first = await roundTrip(harbour);
  expect((await roundTrip(first.xml)).xml).toBe(first.xml);
});

/** Files that are nobody's dialect of StratML: their elements have other names, so nothing can be compared by name. */
const invented = new Set(['htsceo-sample_estratml.xml', 'rumela4-demo_stratml.xml']);

describe.skipIf(!hasShared)(`the plans of the collection${sharedHint}`, () => {
  const folder = shared('stratml/plans');
  const files = hasShared ? readdirSync(folder) : [];

  test.each(files.filter((file) => !invented.has(file)))('%s comes back whole', async (file) => {
    const before = readFileSync(`${folder}/${file}`, 'utf8');
    const { xml, imported } = await roundTrip(before);
    const renamed = new Map(
      imported.notes.flatMap(({ message }) => {
        const [, from = '', to = ''] =
          /^The identifier "(.*)" (?:stands|is no).* as "(.*)"\.$/u.exec(message) ?? [];
        return to === '' ? [] : [[to, from] as const];
      }),
    );
    const original = (id: string): string => {
      const from = renamed.get(id);
      return from === undefined ? id : `_${original(from)}`.replace(/^_+/u, '_');
    };
    const told = (line: string) => !/\/Identifier .*\$\{|\$\{date/u.test(line);
    // Ids that the export made for goals and objectives without one.
    const made = /\/(?:Goal|Objective)\/Identifier _[\da-f]{8}-[\da-f]{4}-5/u;
    const withIds = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/(?<=\/Identifier )\S+$/u, original));
    const wanted = withoutShells(canonical(before).filter(told));
    const got = withoutShells(withIds(canonical(xml)).filter((line) => !made.test(line)));
    expect(got).toEqual(wanted);
  });

  test.each([...invented])('%s, once it is StratML, stays the same', async (file) => {
    const first = await roundTrip(readFileSync(`${folder}/${file}`, 'utf8'));
    expect((await roundTrip(first.xml)).xml).toBe(first.xml);
  });
});

/** Without elements that have neither text nor anything below: their children were taken out, or only an id was left. */
function withoutShells(lines: readonly string[]): string[] {
  const bare = (line: string | undefined) => line !== undefined && !line.includes(' ');
  const kept = lines.filter((line, index) => {
    const next = lines[index + 1];
    const below = next?.startsWith(`${line.split(' ')[0]}/`) === true;
    if (/\/PerformanceIndicator\/Identifier /u.test(line)) {
      return !bare(lines[index - 1]) || (next ?? '').includes('/PerformanceIndicator/');
    }
    return !bare(line) || below;
  });
  return kept.length === lines.length ? kept : withoutShells(kept);
}

/** Words, and signs that mean something to Markdown, YAML, XML or the import. */
const piece = fc.constantFrom(
  ...['word', 'Ελλάδα', 'عربي', '漢字', '😀', ' ', ' ', '  ', '\n', '\n\n', '5: ', 'a: b', ': '],
  ...['*', '_', '#', '`', '~', '|', '[x](y)', '<b>', '&', '&amp;', '---', '1. ', '(Performer)'],
  ...['{id: x}', '"', '\\', 'https://a.example/b_c', 'NATO (EAPC)', '%', '==', '^', '\t', '!', ';'],
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').trim())
  // Bullets become lists, and "none" is a waiver: both are told, and tested elsewhere.
  .filter((value) => value !== '' && !/^\s*[*•▪-]\s/mu.test(value) && !/^none\b/iu.test(value))
  .filter((value) => /[\p{L}\p{N}]/u.test(value));
const line = text.map((value) => value.replace(/\s*\n\s*/gu, ' ').trim());
const maybe = (name: string, value: fc.Arbitrary<string>) =>
  fc.option(
    value.map((one) => x(name, one)),
    { nil: undefined },
  );

const role = fc
  .record({
    name: line,
    types: fc.subarray(['Performer', 'Beneficiary']),
    description: maybe('Description', line),
  })
  .map(({ name, types, description }) =>
    x('Role', [x('Name', name), description, ...types.map((type) => x('RoleType', type))]),
  );
const stakeholder = fc
  .record({
    name: line,
    kind: fc.constantFrom(undefined, 'Person', 'Organization', 'Generic_Group'),
    description: maybe('Description', text),
    roles: fc.array(role, { maxLength: 2 }),
  })
  .map(({ name, kind, description, roles }) =>
    x('Stakeholder', { StakeholderTypeType: kind }, [x('Name', name), description, ...roles]),
  );
const result = (name: string) =>
  fc
    .record({
      value: maybe('NumberOfUnits', fc.constantFrom('0', '12', '-1.50', '2400')),
      end: maybe('EndDate', fc.constantFrom('2030-12-31', '2024-02-29')),
      note: line,
    })
    .map(({ value, end, note }) => x(name, [end, value, x('Description', note)]));
const indicator = fc
  .record({
    name: line,
    unit: line,
    stage: fc.constantFrom(undefined, 'Outcome', 'Input'),
    relation: fc.record({
      kind: fc.constantFrom(undefined, 'Peer_To', 'Broader_Than'),
      name: line,
      text: maybe('Description', line),
    }),
    sets: fc.array(
      fc.tuple(
        fc.array(result('TargetResult'), { maxLength: 2 }),
        fc.array(result('ActualResult'), { minLength: 1, maxLength: 2 }),
      ),
      { maxLength: 3 },
    ),
    other: maybe('OtherInformation', text),
  })
  .map(({ name, unit, stage, relation, sets, other }) =>
    x('PerformanceIndicator', { ValueChainStage: stage }, [
      x('MeasurementDimension', name),
      x('UnitOfMeasurement', unit),
      x('Relationship', { RelationshipType: relation.kind }, [
        x('ReferentIdentifier', '_a'),
        x('Name', relation.name),
        relation.text,
      ]),
      ...sets.map((set) => x('MeasurementInstance', set.flat())),
      other,
    ]),
  );
const objective = (id: string) =>
  fc
    .record({
      name: line,
      description: maybe('Description', text),
      sequence: maybe('SequenceIndicator', line),
      stakeholders: fc.array(stakeholder, { maxLength: 3 }),
      other: maybe('OtherInformation', text),
      indicators: fc.array(indicator, { maxLength: 2 }),
    })
    .map((one) =>
      x('Objective', [
        x('Name', one.name),
        one.description,
        x('Identifier', id),
        one.sequence,
        ...one.stakeholders,
        one.other,
        ...one.indicators,
      ]),
    );
const plan = fc
  .record({
    name: line,
    description: maybe('Description', text),
    vision: text,
    value: line,
    member: stakeholder,
    goals: fc.tuple(line, text, stakeholder, objective('_1'), objective('_2')),
  })
  .map(
    ({
      name,
      description,
      vision,
      value,
      member,
      goals: [goal, about, neighbour, ...objectives],
    }): Element =>
      x('PerformancePlanOrReport', { xmlns: stratmlNamespaces[2], Type: 'Performance_Plan' }, [
        x('Name', name),
        description,
        x('StrategicPlanCore', [
          x('Organization', [x('Name', 'Board'), member]),
          x('Vision', x('Description', vision)),
          x('Value', [x('Name', value)]),
          x('Goal', [
            x('Name', goal),
            x('Description', about),
            x('Identifier', '_g'),
            neighbour,
            ...objectives,
          ]),
        ]),
      ]),
  );

test('so does any plan, whatever its texts', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (root) => {
      const before = toXml(root);
      const { xml } = await roundTrip(before);
      expect(canonical(xml)).toEqual(canonical(before));
    }),
    { numRuns: 12 },
  );
});

test('Part 1 is written where nothing needs Part 2, and --part 1 says what it loses', async () => {
  const files = {
    'plan.md': '# P\n',
    'g/goal.md': '# G\n',
    'g/s.md': '# S\n\n## Recommendation\n\nDo.\n',
  };
  expect((await exportStratml(resolvePlan(files))).xml).toContain(stratmlNamespaces[1]);
  const whole = resolvePlan(filesOf((await roundTrip(harbour)).imported));
  const { xml, findings } = await exportStratml(whole, 1);
  expect(xml).toContain('<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core">');
  expect(findings.map(({ message }) => message)).toEqual([
    'In StratML, Part 1 has no roles; they are not written (2 times).',
    'In StratML, Part 1 has no indicators; they are not written (once: 1).',
    'In StratML, Part 1 has no identifier for this; it is not written (2 times: the submitter, the plan).',
    'In StratML, Part 1 has no type of document; it is not written (once).',
  ]);
});
