/** Outline pages in their three forms, and the traps that real ones hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import type { Imported } from '../../../pipeline/read/import/imported.ts';
import { nodeMarkdown, planMarkdown } from '../../../pipeline/read/import/markdown.ts';
import { importOutline } from '../../../pipeline/read/import/outline.ts';
import { hasShared, shared, sharedHint } from '../../support/shared.ts';

const read = (text: string, url?: string) => importOutline({ path: 'page.txt', text }, url);

/** The page's own section, as Markdown. */
function sectionOf(imported: Imported): string {
  const section = imported.plan?.goals[0]?.sections[0];
  return section === undefined ? '' : nodeMarkdown(section);
}

/** Notes as `line:column kind`, with the start of the message. */
function notesOf({ notes }: Imported): string[] {
  return notes.map(
    ({ kind, message, place: { start } }) =>
      `${start.line}:${start.column} ${kind}: ${message.slice(0, 60)}`,
  );
}

const seed = readFileSync('tests/fixtures/outline/NATO2020-3.13.txt', 'utf8');
const seedUrl =
  'stratml.hyperbase.com/NATO2020/goal3-obj13-_8dfff094-8b91-11e2-af17-a93768e382cb.html';

describe('the seed', () => {
  test('becomes the section of sources/nato2020, but for the waiver that is written by hand', () => {
    const waived = readFileSync('sources/nato2020/3-partnerships/3.13-russia.md', 'utf8');
    const raw = waived.replace(
      '\n\nnone: The source text of this section names no indicators.\n',
      '\n',
    );
    expect(raw).not.toBe(waived);
    expect(sectionOf(read(seed, seedUrl))).toBe(raw);
  });

  test('names its goal as sources/nato2020 has it', () => {
    const goal = read(seed).plan?.goals[0];
    const written = readFileSync('sources/nato2020/3-partnerships/goal.md', 'utf8');
    expect(goal && nodeMarkdown(goal)).toBe(written);
  });

  test('has nothing to report but its empty indicators', () => {
    expect(notesOf(read(seed))).toEqual([
      '15:1 empty: "Indicator(s):" has nothing beneath it; Indicators is writte',
    ]);
  });

  test('reads the same with a BOM and CRLF', () => {
    const dos = `\uFEFF${seed.replaceAll('\n', '\r\n')}\r\n`;
    expect(sectionOf(read(dos))).toBe(sectionOf(read(seed)));
    expect(read(dos).notes[0]?.place.start.line).toBe(15);
  });
});

describe('form A', () => {
  const page = (...blocks: string[]) => blocks.join('\n\n');

  test('a page with everything', () => {
    const imported = read(
      page(
        'Documents/COOL2035/2: Water/2.10: Mend the leaks',
        '2.10: Mend the leaks',
        'Mend the leaks before buying new water.',
        'Other Information:',
        'The pipes lose 11,000 m³ a day.',
        'See http://water.example.org/leaks.',
        'Stakeholder(s):',
        '  • Water Board (WB)Finds and mends leaks.',
        '  • Ανθή McDonald',
        'Indicator(s):',
        '  • Water lost in the pipes',
      ),
    );
    expect(sectionOf(imported)).toBe(
      page(
        '---\nsequence: "2.10"\n---',
        '# Mend the leaks',
        '## Recommendation',
        'Mend the leaks before buying new water.',
        '## Background',
        'The pipes lose 11,000 m³ a day.',
        'See <http://water.example.org/leaks>.',
        '## Stakeholders',
        '- Water Board (WB): Finds and mends leaks.\n- Ανθή McDonald',
        '## Indicators',
        '- Water lost in the pipes\n',
      ),
    );
    expect(notesOf(imported)).toEqual([
      '15:21 guessed: The outline runs name and description together; "Water Board',
    ]);
  });

  test('what a page does not have is not written, and told', () => {
    const imported = read(
      page('Documents/X/1: A/1.1: B', '1.1: B', 'Other Information:', 'Text.', 'Indicator(s):'),
    );
    expect(sectionOf(imported)).not.toContain('Recommendation');
    expect(notesOf(imported).filter((note) => note.includes('missing'))).toEqual([
      '3:1 missing: The page has nothing for the part Recommendation; the sectio',
      '3:1 missing: The page has nothing for the part Stakeholders; the section ',
    ]);
  });

  test('a recommendation inside the background stays there, with a hint', () => {
    const text = 'Policy is domestic. Recommendation: 1. Plan for it.';
    const imported = read(
      page('1.1: B', 'Do it.', 'Other Information:', text, 'Indicator(s):', ''),
    );
    expect(sectionOf(imported)).toContain(`\n\n${text}\n\n`);
    expect(notesOf(imported)).toContain(
      '7:21 hint: The background holds "Recommendation: 1. Plan for it.". It i',
    );
  });

  test('lines that begin like list items stay lines, and text', () => {
    const imported = read(
      page(
        '1.1: B',
        'Do it.',
        'Other Information:',
        'There are two:\n1. One.\n- Two.\nStill two.',
        '',
      ),
    );
    expect(sectionOf(imported)).toContain('There are two:\n\n1\\. One.\n\n\\- Two.\nStill two.\n');
  });

  test('a goal page becomes a goal, and names the sections that are still to come', () => {
    const imported = read(
      page(
        'Documents/X/5: Forces & Capabilities',
        '5: Forces & Capabilities',
        'Other Information:',
        'Chapter 5.',
        'Objective(s):',
        '  • 5.1: Missions',
        '  • 5.2: Forces',
      ),
    );
    const goal = imported.plan?.goals[0];
    expect(goal && nodeMarkdown(goal)).toBe(
      '---\nsequence: "5"\n---\n\n# Forces & Capabilities\n\n## Background\n\nChapter 5.\n',
    );
    expect(imported.notes[0]?.message).toBe(
      'The goal has 2 sections: 5.1: Missions; 5.2: Forces. Import their pages to bring them in.',
    );
  });

  test('a list without its label is read as the stakeholders', () => {
    const imported = read(
      page('12: Future', 'Other Information:', 'Text.', '  • A. Smith', 'Objective(s):', ''),
    );
    expect(imported.plan?.goals[0]?.parts.map((part) => part.heading)).toEqual([
      'Background',
      'Stakeholders',
    ]);
    expect(notesOf(imported)).toContain(
      '7:3 guessed: A list stands here without a label; it is read as the stakeh',
    );
  });

  test.each([
    ['Documents/X/1: A/B/1.1: C/D', '1.1: C/D', '1', 'A/B', 'C/D'],
    ['Documents/X/Part 1: A/EX1.2: C', 'EX1.2: C', 'Part 1', 'A', 'C'],
    ['Documents/X/Water/Rain', 'Rain', undefined, 'Water', 'Rain'],
    ['Documents/X/1: Roads: a plan/1.1: C: D', '1.1: C: D', '1', 'Roads: a plan', 'C: D'],
  ])('the path %s is split at the right slash', (path, title, sequence, goalTitle, name) => {
    const goal = read(page(path, title, 'Do it.', 'Indicator(s):')).plan?.goals[0];
    expect(goal).toMatchObject({
      title: goalTitle,
      ...(sequence === undefined ? {} : { sequence }),
    });
    expect(goal?.sections[0]?.title).toBe(name);
  });

  test('a title that the path gives otherwise is kept, and told', () => {
    const imported = read(page('Documents/X/1: A/1.1: Rain', '1.1: Rains', 'Do.', 'Indicator(s):'));
    expect(imported.plan?.goals[0]?.sections[0]?.title).toBe('Rains');
    expect(notesOf(imported)).toContain(
      '3:1 guessed: The page is titled "1.1: Rains", its path says "1.1: Rain"; ',
    );
  });

  test('a page without a title takes it from its path', () => {
    const section = read(page('Documents/X/1: A/1.1: Rain', 'Hold it.', 'Indicator(s):')).plan
      ?.goals[0]?.sections[0];
    expect(section).toMatchObject({ sequence: '1.1', title: 'Rain' });
    expect(section?.parts[0]?.heading).toBe('Recommendation');
  });
});

describe('forms B and C', () => {
  const wrapped = `5.9: Energy
In an emergency, work with partners to limit harm. Other Information:
Most countries depend on outside energy and on pipelines or shipping, as the Euro-
Atlantic region does. A sudden large interruption, above all by sabotage, could lead to
consultations.
Stakeholder(s):
- Energy Agency: Keeps the reserves of gas and oil that all members share, in twelve places
along the coast.
- Allies
Indicator(s):
|`;
  const spaced = `Documents/X/5: Forces/5.9: Energy

5.9: Energy

In an emergency, work with partners to limit harm.

Other Information:

Most countries depend on outside energy and on pipelines or shipping, as the Euro-Atlantic region does. A sudden large interruption, above all by sabotage, could lead to consultations.

Stakeholder(s):

  • Energy AgencyKeeps the reserves of gas and oil that all members share, in twelve places along the coast.

  • Allies

Indicator(s):`;
  const row = `![() |
| Home | Statistics | Documents | Contact [!?] |
| Documents/X/5: Forces/5.9: Energy |
5.9: Energy In an emergency, work with partners to limit harm. Other Information: Most countries depend on outside energy. Indicator(s):
|
| sitemap | Copyright 1971-2012 | contact |
`;

  test('the same page in forms A and B gives the same section', () => {
    expect(sectionOf(read(wrapped))).toBe(sectionOf(read(spaced)));
  });

  test('form B knows its goal by the number only, and says so', () => {
    expect(read(wrapped).plan?.goals[0]).toMatchObject({ sequence: '5', title: undefined });
    expect(notesOf(read(wrapped))).toContain(
      '1:1 guessed: The page does not say which goal it belongs to; its number s',
    );
  });

  test('a label may share the line with the title', () => {
    const goal = read('12: Future of NATO Other Information:\nText.\nObjective(s):\n|').plan
      ?.goals[0];
    expect(goal).toMatchObject({
      type: 'goal',
      sequence: '12',
      title: 'Future of NATO',
      intro: [],
    });
  });

  test('form C is found between its rows of navigation', () => {
    expect(sectionOf(read(row))).toBe(
      '---\nsequence: "5.9"\n---\n\n# Energy\n\n## Recommendation\n\nIn an emergency, work with partners to limit harm.\n\n## Background\n\nMost countries depend on outside energy.\n\n## Indicators\n',
    );
    expect(read(row).plan?.goals[0]?.title).toBe('Forces');
  });

  test('form C may have its title in the path only', () => {
    const untitled = row.replace('\n5.9: Energy In', '\nIn');
    expect(sectionOf(read(untitled))).toBe(sectionOf(read(row)));
  });
});

describe('names and descriptions that were run together', () => {
  const nameIn = (item: string) =>
    read(`1.1: B\n\nStakeholder(s):\n\n  • ${item}\n\nIndicator(s):\n\n`).plan?.goals[0]
      ?.sections[0]?.parts[0]?.stakeholders[0]?.name;

  test.each([
    [
      'Euro-Atlantic Partnership Council (EAPC)The Partnership for Peace',
      'Euro-Atlantic Partnership Council (EAPC)',
    ],
    ['Ken SalazarSecretary', 'Ken Salazar'],
    ["Stephen FlanaganCSIS's vice president", 'Stephen Flanagan'],
    ['John McDonaldSenator', 'John McDonald'],
    ['Sammy Davis Jr.Former chair', 'Sammy Davis Jr.'],
    ['NATOThe Alliance acts', 'NATO'],
    ['Li WuProfessor', 'Li Wu'],
  ])('%s', (item, name) => expect(nameIn(item)).toBe(name));

  test.each([
    'PfP partners',
    'John McDonald',
    'eGovernment Office',
    'YouTube',
    'U.S. Department of the Interior',
    'Council (of the EuropeanUnion)',
    'Ministry of Defence (MoD) and others',
  ])('%s is one name', (item) => expect(nameIn(item)).toBe(item));
});

describe('the address of a page', () => {
  test('gives the identifier', () => {
    expect(read(seed, `https://${seedUrl}`).plan?.goals[0]?.sections[0]?.id).toBe(
      '_8dfff094-8b91-11e2-af17-a93768e382cb',
    );
  });
  test('gives a valid one where it begins with a digit', () => {
    const id = read(seed, 'x/NATO2020/goal3-obj13-8dfff094-8b91.html').plan?.goals[0]?.sections[0]
      ?.id;
    expect(id).toBe('_8dfff094-8b91');
  });
  test('is told when it is of another kind', () => {
    expect(notesOf(read(seed, 'https://example.org/'))[0]).toMatch(/^1:1 hint: No identifier/u);
  });
});

test('a plan page has no labels, so that most of it is guessed', () => {
  const imported = read(
    `Open Government Plan


Start: 2010-04-07, End: spring 2012, Publication: 2010-04-25


It meets the directive.

It is a living document.


Name:Ana María Ruiz


Name:Department of the Interior


It protects natural resources.


  • Ken SalazarSecretary

`,
  );
  expect(imported.plan && planMarkdown(imported.plan)).toBe(`---
title: Open Government Plan
start: 2010-04-07
date: 2010-04-25
submitter:
  givenName: Ana María
  surname: Ruiz
organization:
  name: Department of the Interior
  description: It protects natural resources.
---

# Open Government Plan

It meets the directive.

## Background

It is a living document.

## Stakeholders

- Ken Salazar: Secretary
`);
  expect(notesOf(imported)).toEqual([
    '4:1 lost: "spring 2012" is no full date; write it into plan.md as year',
    '12:1 guessed: "Ana María Ruiz" is read as who submitted the plan, with the',
    '15:1 guessed: "Department of the Interior" is read as the organization beh',
    '9:1 guessed: The page has no labels; its first paragraph is read as the d',
    '21:16 guessed: The outline runs name and description together; "Ken Salazar',
  ]);
});

describe('what is no outline page', () => {
  test.each([
    ['an empty file', ''],
    ['blank lines', '\n\n  \n'],
    ['a poem', 'Roses are red\n\nViolets are blue\n'],
    ['only bars', '|\n|\n'],
    ['XML', '<StrategicPlan/>'],
  ])('%s is refused', (_, text) => {
    const imported = read(text);
    expect(imported.plan).toBeUndefined();
    expect(imported.notes.at(-1)?.kind).toBe('lost');
  });

  test('one line of 5 MB is read without trouble', () => {
    const imported = read(`1.1: B\n\nDo.\n\nOther Information:\n\n${'word '.repeat(1_000_000)}`);
    expect(imported.plan).toBeDefined();
  });
});

describe.skipIf(!hasShared)(`the pages in ../shared${sharedHint}`, () => {
  const folder = 'stratml/outline';
  const files = hasShared
    ? readdirSync(shared(folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.txt'),
      )
    : [];

  test.each(files)('%s loses no word', (name) => {
    const text = readFileSync(shared(`${folder}/${name}`), 'utf8');
    const { plan } = read(text);
    const nodes = [
      plan,
      ...(plan?.goals ?? []),
      ...(plan?.goals.flatMap((goal) => goal.sections) ?? []),
    ];
    const written = nodes
      .flatMap((node) => [
        node?.title,
        ...(node?.intro.map((block) => textOf(block)) ?? []),
        ...(node?.parts.flatMap((part) => [
          ...part.blocks.map((block) => textOf(block)),
          ...part.stakeholders.flatMap(({ name, description }) => [name, description]),
        ]) ?? []),
        JSON.stringify(plan?.matter),
      ])
      .join(' ')
      .replace(/\s+/gu, ' ');
    const body = text
      .split('\n')
      .filter(
        (line) => !/^Documents\/|^!\[|^\| (?:Home|sitemap|Documents)|^(?:Start|Name):/u.test(line),
      )
      .join(' ')
      .replace(/(?:Other Information|\b\w+\(s\)):|[•|]/gu, ' ')
      .replace(/(?<=[a-z)])(?=[A-Z][a-z]+ ?)(?<=\(EAPC\)|Salazar)/gu, ' ');
    const words = body
      .split(/\s+/u)
      .map((word) => word.replace(/^-$|^[\d.]+:$|:$/u, ''))
      .filter((word) => word !== '');
    expect(words.filter((word) => !written.includes(word))).toEqual([]);
  });

  test('5.9 is the same section in forms A and B', () => {
    const of = (name: string) => sectionOf(read(readFileSync(shared(`${folder}/${name}`), 'utf8')));
    expect(of('B-wrapped/NATO2020-5.9.txt')).toBe(of('A-seed-style/NATO2020-5.9.txt'));
  });
});
