/**
 * `npm run bench:stratml`: a plan of 1.5 MB with 2,400 measurements brought in, and given back as StratML, as whole
 * commands, beside parsing the same XML alone.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { costOf, leastOf, ratio, show } from './cost.ts';

const objectives = 400;
const measurements = 6;
const rounds = 3;
const home = path.resolve(import.meta.dirname, '..');
const command = path.join(home, 'bin/briefwright.js');
const parser = path.join(home, 'node_modules/xast-util-from-xml/index.js');
const root = await mkdtemp(path.join(os.tmpdir(), 'bench-'));

try {
  const xml = plan();
  await writeFile(path.join(root, 'plan.xml'), xml);
  const parseOnly = `import { readFileSync } from 'node:fs'; import { fromXml } from ${JSON.stringify(parser)}; fromXml(readFileSync('plan.xml'));`;
  await writeFile(path.join(root, 'parse.mjs'), parseOnly);
  const parsed = await leastOf(rounds, () => costOf(root, ['parse.mjs']));
  const imported = await leastOf(rounds, async () => {
    await rm(path.join(root, 'sources'), { recursive: true, force: true });
    return costOf(root, [command, 'import', 'plan.xml', '--plan', 'plan']);
  });
  const exported = await leastOf(rounds, () =>
    costOf(root, [command, 'build', '--to', 'stratml', '--draft']),
  );
  const size = `${(xml.length / 1e6).toFixed(1)} MB, ${objectives * measurements} measurements`;
  show(`parsing alone, ${size}`, parsed);
  show(
    'briefwright import',
    imported,
    `${ratio(imported, parsed)} × parsing (at most 3 s, 300 MB)`,
  );
  show(
    'briefwright build --to stratml, reading and checking too',
    exported,
    ratio(exported, parsed),
  );
} finally {
  await rm(root, { recursive: true });
}

function plan(): string {
  const sections = Array.from({ length: objectives }, (_, at) => objective(at));
  return `<?xml version="1.0" encoding="UTF-8"?>
<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Plan">
<Name>Town plan</Name><StrategicPlanCore><Organization><Name>Town</Name><Identifier>_org</Identifier></Organization>
<Goal><Name>Town</Name><Description>All of it.</Description><Identifier>_goal</Identifier>${sections.join('\n')}</Goal>
</StrategicPlanCore><AdministrativeInformation><Identifier>_plan</Identifier></AdministrativeInformation></PerformancePlanOrReport>`;
}

function objective(at: number): string {
  const words = `Street ${at} is to be quieter than it was, cooler in summer, and lit where people walk at night. `;
  const instances = Array.from(
    { length: measurements },
    (_, year) => `
<MeasurementInstance><TargetResult><StartDate>${2020 + year}-01-01</StartDate><EndDate>${2020 + year}-12-31</EndDate><NumberOfUnits>${at + year}.5</NumberOfUnits></TargetResult>
<ActualResult><StartDate>${2020 + year}-01-01</StartDate><EndDate>${2020 + year}-12-31</EndDate><NumberOfUnits>${at + year}.1</NumberOfUnits></ActualResult></MeasurementInstance>`,
  );
  return `<Objective><Name>Street ${at}</Name><Description>${words}</Description><Identifier>_street-${at}</Identifier><SequenceIndicator>1.${at + 1}</SequenceIndicator>
<Stakeholder StakeholderTypeType="Organization"><Name>Office ${at % 40}</Name><Description>Pays.</Description></Stakeholder><OtherInformation>${words.repeat(9)}</OtherInformation>
<PerformanceIndicator><MeasurementDimension>Noise</MeasurementDimension><UnitOfMeasurement>dB</UnitOfMeasurement><Identifier>_noise-${at}</Identifier>${instances.join('')}</PerformanceIndicator></Objective>`;
}
