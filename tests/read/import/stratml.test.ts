/** StratML as it should be, as it is found, and as it would be sent by an enemy. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Imported } from '../../../pipeline/read/import/imported.ts';
import { nodeMarkdown, planMarkdown } from '../../../pipeline/read/import/markdown.ts';
import { importStratml, looksLikeXml } from '../../../pipeline/read/import/stratml/stratml.ts';
import { hasShared, shared, sharedHint } from '../../support/shared.ts';

const read = (text: string) => importStratml({ path: 'plan.xml', text });

/** Every file that the import writes, one after the other. */
function written({ plan }: Imported): string {
  if (plan === undefined) return '';
  const nodes = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  return [planMarkdown(plan), ...nodes.map((node) => nodeMarkdown(node))].join('\n=====\n\n');
}

/** Notes as `line:column kind: start of the message`. */
function notesOf({ notes }: Imported): string[] {
  return notes.map(
    ({ kind, message, place: { start } }) =>
      `${start.line}:${start.column} ${kind}: ${message.slice(0, 70)}`,
  );
}

const kindsOf = ({ notes }: Imported) => [...new Set(notes.map(({ kind }) => kind))].sort();

/** A plan of one goal around some objectives. */
function plan(objectives: string, attributes = ''): string {
  return `<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core" ${attributes}><Name>P</Name><StrategicPlanCore><Goal><Name>G</Name><Description>D</Description>${objectives}</Goal></StrategicPlanCore></StrategicPlan>`;
}

const sectionOf = (imported: Imported) => {
  const section = imported.plan?.goals[0]?.sections[0];
  return section === undefined ? '' : nodeMarkdown(section);
};

const harbour = readFileSync('tests/fixtures/stratml/harbour.xml', 'utf8');

describe('a plan that has everything', () => {
  test('is written as Markdown', async () => {
    await expect(written(read(harbour))).toMatchFileSnapshot('golden/harbour.md');
  });

  test('leaves nothing to report but its one empty element', () => {
    expect(notesOf(read(harbour))).toEqual([
      '2:1 empty: What has nothing in it is not kept: 1 Name.',
    ]);
  });

  test('reads the same with a BOM, CRLF, a prefix, and without an XML declaration', () => {
    const wanted = written(read(harbour));
    expect(written(read(`\uFEFF${harbour}`))).toBe(wanted);
    expect(written(read(harbour.replaceAll('\n', '\r\n')))).toBe(wanted);
    expect(written(read(harbour.replace(/^.*\n/u, '')))).toBe(wanted);
    const prefixed = harbour.replace(/<(\/?)(?=[A-Z])/gu, '<$1s:').replace('xmlns=', 'xmlns:s=');
    expect(written(read(prefixed))).toBe(wanted);
  });
});

describe('wild files', () => {
  test.each([
    ['no namespace', (text: string) => text.replace(/ xmlns="[^"]*"/u, '')],
    [
      'an invented namespace',
      (text: string) => text.replace(/xmlns="[^"]*"/u, 'xmlns="http://x.example/s"'),
    ],
    [
      "ANSI's namespace",
      (text: string) =>
        text.replace(/xmlns="[^"]*"/u, 'xmlns="http://www.stratml.net/PerformancePlanOrReport"'),
    ],
    [
      'old names',
      (text: string) =>
        text
          .replaceAll('GivenName>', 'FirstName>')
          .replaceAll('Surname>', 'LastName>')
          .replace('PerformanceIndicatorType', 'IndicatorType'),
    ],
    [
      'wrappers',
      (text: string) =>
        text.replaceAll('<Goal>', '<Goals><Goal>').replaceAll('</Goal>', '</Goal></Goals>'),
    ],
    [
      'the submitter inside the administrative information',
      (text: string) => {
        const submitter = /\s*<Submitter>.*<\/Submitter>/su.exec(text)?.[0] ?? '';
        return text
          .replace(submitter, '')
          .replace('</AdministrativeInformation>', `${submitter}</AdministrativeInformation>`);
      },
    ],
    [
      'results in the form server’s order',
      (text: string) =>
        text.replace(
          /(<StartDate>2030-01-01.*?<\/NumberOfUnits>)\s*(<Description>After the works.<\/Description>)/su,
          '$2$1',
        ),
    ],
    ['a DOCTYPE', (text: string) => text.replace('?>', '?><!DOCTYPE PerformancePlanOrReport>')],
  ])('%s: reads the same, and only says what was repaired', (_, change) => {
    const changed = change(harbour);
    expect(changed).not.toBe(harbour);
    const imported = read(changed);
    expect(written(imported)).toBe(written(read(harbour)));
  });

  test.each([
    [
      'a namespace',
      harbour.replace(/ xmlns="[^"]*"/u, ''),
      '2:1 repaired: The document has no namespace',
    ],
    [
      'an order',
      harbour.replace(/(<Name>Water<\/Name>)(\s*<Description>Hold[^\n]*)/u, '$2$1'),
      '37:54 repaired: The elements in <Goal> stand in another order',
    ],
    ['an ampersand', harbour.replace('&amp;', '&'), '62:9 repaired: An "&" stands here'],
    [
      'an id',
      harbour.replace('_quay', '8dfff094'),
      '51:9 repaired: The identifier "8dfff094" is no name that XML allows',
    ],
    [
      'an id twice',
      harbour.replace('_quay', '_goal'),
      '51:9 repaired: The identifier "_goal" stands here a second time',
    ],
    [
      'a date',
      harbour.replace('2024-11-01', 'May 2010'),
      '107:5 lost: "May 2010" in <PublicationDate>',
    ],
    [
      'an element',
      harbour.replace('<Acronym>', '<Motto>Dry!</Motto><Acronym>'),
      '9:7 lost: <Motto> has no place here; "Dry!" is left out',
    ],
    [
      'an attribute',
      harbour.replace('Type="Performance_Plan"', 'Type="Dream"'),
      '2:1 lost: "Dream" is no type of plan',
    ],
    [
      'a paragraph mark',
      harbour.replace('First drafted', 'First ^^ drafted'),
      '5:3 repaired: " ^^ " is read as the end',
    ],
    ['HTML’s names', harbour.replace('&amp;', '&nbsp;'), '62:9 repaired: An "&" stands here'],
  ])('%s is told with its place', (_, text, note) => {
    const found = notesOf(read(text)).find((one) => one.startsWith(note));
    expect(found, notesOf(read(text)).join('\n')).toBeDefined();
  });

  test('what only holds a place, shells and labels with nothing arrive as empty parts', () => {
    const imported = read(
      plan(`<Objective><Name>O</Name><Description>[To be determined]</Description>
        <Stakeholder StakeholderTypeType=""><Name/><Description/></Stakeholder>
        <Stakeholder><Name>[To be named]</Name></Stakeholder><OtherInformation> </OtherInformation>
        <PerformanceIndicator ValueChainStage=""><MeasurementDimension/><UnitOfMeasurement/></PerformanceIndicator></Objective>`),
    );
    expect(sectionOf(imported)).toBe(
      '# O\n\n## Recommendation\n\n## Background\n\n## Stakeholders\n\n## Indicators\n',
    );
    expect(kindsOf(imported)).toEqual(['empty']);
  });

  test('what is not there is not written, and is told', () => {
    const imported = read(plan('<Objective><Name>O</Name></Objective>'));
    expect(sectionOf(imported)).toBe('# O\n');
    expect(imported.notes.filter(({ kind }) => kind === 'missing')).toHaveLength(4);
  });

  test('objectives of one number stay apart', () => {
    const one = '<Objective><Name>O</Name><SequenceIndicator>1</SequenceIndicator></Objective>';
    expect(read(plan(one + one)).plan?.goals[0]?.sections).toHaveLength(2);
  });
});

describe('files of an enemy', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`;
  test.each([
    [
      'a billion laughs',
      `${laughs}<StrategicPlan><Name>&j;</Name></StrategicPlan>`,
      '1:22 lost: The file declares a document type of its own',
    ],
    [
      'an external entity',
      `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><StrategicPlan><Name>&x;</Name></StrategicPlan>`,
      '1:1 lost: The file declares',
    ],
    [
      '10,000 levels',
      '<a>'.repeat(10_000) + '</a>'.repeat(10_000),
      '1:301 lost: Elements are nested more than 100 deep',
    ],
    [
      'a million elements',
      `<StrategicPlan>${'<Name/>'.repeat(1_000_000)}</StrategicPlan>`,
      '1:2800009 lost: The file has more than 400000 elements',
    ],
    ['tags that never end', '<'.repeat(1_000_000), '1:1 lost: This is no well-formed XML'],
    ['comments that never end', '<!--'.repeat(200_000), '1:7 lost: This is no well-formed XML'],
    ['crossed tags', '<StrategicPlan>\n<Name></StrategicPlan></Name>', '2:'],
    [
      'other XML',
      '<?xml version="1.0"?>\n<rss><Name/></rss>',
      '2:1 lost: This is XML, but no StratML',
    ],
    ['nothing but space', '<?xml version="1.0"?>', '1:'],
  ])('%s is refused in bounded time', { timeout: 5000 }, (_, text, note) => {
    const imported = read(text);
    expect(imported.plan).toBeUndefined();
    expect(notesOf(imported)[0]).toMatch(
      new RegExp(`^${note.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u'),
    );
  });

  test('300,000 spaces in every element cost no more than their size', { timeout: 5000 }, () => {
    const space = `a${' '.repeat(300_000)}b`;
    const imported = read(
      plan(
        `<Objective><Name>${space}</Name><Description>${space}</Description><Stakeholder><Name>${space}</Name><Description>${space}</Description></Stakeholder><OtherInformation>${space}</OtherInformation></Objective>`,
      ),
    );
    expect(sectionOf(imported)).toContain('# a');
  });

  test('markup, scripts and front matter in text stay text', () => {
    const nasty = '---\nid: x\n---\n\n# T\n\n<script>alert(1)</script>\n\n## Background';
    const text = nasty.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const imported = read(
      plan(`<Objective><Name>O</Name><Description>${text}</Description></Objective>`),
    );
    expect(sectionOf(imported)).toBe(
      '# O\n\n## Recommendation\n\n\\---\nid: x\n\\---\n\n\\# T\n\n\\<script>alert(1)\\</script>\n\n\\## Background\n',
    );
  });
});

test.each([
  ['<?xml version="1.0"?>', true],
  ['\uFEFF\n <StrategicPlan>', true],
  ['<!-- x --><a>', true],
  ['Documents/NATO2020', false],
  ['< 5 percent', false],
])('%j is XML: %s', (text, wanted) => {
  expect(looksLikeXml(text)).toBe(wanted);
});

describe.skipIf(!hasShared)(`the plans of the collection${sharedHint}`, () => {
  const folder = shared('stratml/plans');
  const files = hasShared ? readdirSync(folder) : [];
  test.each(files)(
    '%s is read, with every objective and every stakeholder that has a name',
    (file) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      const imported = read(text);
      const sections = imported.plan?.goals.flatMap((goal) => goal.sections) ?? [];
      expect(sections).toHaveLength(text.match(/<(?:stratml:)?Objective>/gu)?.length ?? 0);
      expect(sections.every(({ place }) => place.start.line > 1 || place.start.column > 1)).toBe(
        true,
      );
      const names = [
        ...text.matchAll(
          /<(?:stratml:)?Stakeholder(?:\s[^>]*)?>(?:\s*<Identifier>[^<]*<\/Identifier>)?\s*<(?:stratml:)?Name>\s*([^<\s[][^<]*?)\s*</gu,
        ),
      ];
      const markdown = written(imported).replace(/\\/gu, '');
      for (const [, name = ''] of names) {
        expect(markdown).toContain(name.replaceAll('&amp;', '&').replace(/\s+/gu, ' '));
      }
    },
  );
});
