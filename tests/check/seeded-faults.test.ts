/**
 * Faults put into clean sections, one at a time: each must be found by its rule, in its file, at its line, and no
 * rule may say more than the fault is worth. `¦` marks where the finding has to point; a fault may not fit every section.
 */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import { defaultContentModel } from '../../pipeline/model/content-model.ts';
import type { PlanSources } from '../../pipeline/model/sources.ts';
import { read } from '../../pipeline/read/read.ts';
import { rememberFiles } from '../../pipeline/read/remember-files.ts';
import { sourcesOf } from '../support/sources.ts';

const root = 'sources/cool-city';
const clean = Object.fromEntries(
  globSync('**/*.md', { cwd: root })
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map((name) => [name, readFileSync(`${root}/${name}`, 'utf8')]),
);
const sections = Object.keys(clean).filter((name) => /\/\d/u.test(name));

interface Fault {
  /** The rule that must find it. */
  readonly rule: string;
  /** Other rules that rightly speak too. */
  readonly also?: readonly string[];
  /** The text with the fault; the same text where it does not fit. */
  readonly seed: (text: string) => string;
}

const part = (heading: string) => new RegExp(`## ${heading}\n\n[^]*?(?=\n## |$)`, 'u');
const inBackground = (line: string) => (text: string) =>
  text.replace('## Background\n', `## Background\n\n${line}\n`);
const addItem = (heading: string, item: string) => (text: string) =>
  text.replace(new RegExp(`(## ${heading}\n\n)(?=- )`, 'u'), `$1${item}\n`);

const faults: Readonly<Record<string, Fault>> = {
  'no stakeholders': {
    rule: 'missing-part',
    also: ['unused-footnote'],
    seed: (text) => text.replace(part('Stakeholders'), ''),
  },
  'empty indicators': {
    rule: 'empty-part',
    also: ['unused-footnote'],
    seed: (text) => text.replace(part('Indicators'), '¦## Indicators\n'),
  },
  'a recommendation that is still to come': {
    rule: 'placeholder-part',
    seed: (text) => text.replace(part('Recommendation'), '## Recommendation\n\n¦TBD\n'),
  },
  'a background in brackets': {
    rule: 'placeholder-part',
    also: ['unused-footnote', 'broken-anchor', 'undefined-reference'],
    seed: (text) => text.replace(part('Background'), '## Background\n\n¦[To be determined]\n'),
  },
  'two backgrounds': {
    rule: 'duplicate-part',
    also: ['part-out-of-order'],
    seed: (text) => `${text}\n¦## Background\n\nAgain.\n`,
  },
  'indicators before stakeholders': {
    rule: 'part-out-of-order',
    seed(text) {
      const [stakeholders = ''] = part('Stakeholders').exec(text) ?? [];
      return `${text.replace(stakeholders, '').trimEnd()}\n\n¦${stakeholders.trimEnd()}\n`;
    },
  },
  'a slip in a heading': {
    rule: 'unknown-part',
    also: ['missing-part'],
    seed: (text) => text.replace('## Stakeholders', '¦## Stakholders'),
  },
  'a part one level too low': {
    rule: 'part-at-wrong-level',
    also: ['missing-part', 'stakeholders-not-list', 'heading-skips-level'],
    seed: (text) => text.replace('## Indicators', '¦### Indicators'),
  },
  'a waiver without a reason': {
    rule: 'waiver-without-reason',
    also: ['unused-footnote'],
    seed: (text) => text.replace(part('Indicators'), '## Indicators\n\n¦none:\n'),
  },
  'the id of the goal': {
    rule: 'duplicate-id',
    also: ['broken-anchor'],
    seed: (text) => text.replace(/^id: .*/mu, '¦id: _5b0c3b0e-6f0d-4c8e-8d55-5c7d1f6f1a01'),
  },
  'the number of another section': {
    rule: 'duplicate-sequence',
    also: ['sequence-out-of-order'],
    seed: (text) => text.replace(/^sequence: "(?!1\.1").*/mu, '¦sequence: "1.1"'),
  },
  'a number without its quotes': {
    rule: 'unquoted-sequence',
    seed: (text) => text.replace(/^sequence: "(.*)"/mu, '¦sequence: $1'),
  },
  'no title': {
    rule: 'missing-title',
    seed: (text) => text.replace(/^# .*\n/mu, ''),
  },
  'a slip in the front matter': {
    rule: 'unknown-front-matter-key',
    seed: (text) => text.replace(/^sequence:/mu, '¦sequnce:'),
  },
  'front matter that is no YAML': {
    rule: 'invalid-yaml',
    also: ['broken-anchor'],
    seed: (text) => text.replace(/^sequence: .*/mu, '¦sequence: "1'),
  },
  'a link to nowhere': {
    rule: 'broken-link',
    seed: inBackground('See ¦[the next](nowhere.md).'),
  },
  'a link to no heading': {
    rule: 'broken-anchor',
    seed: inBackground('See ¦[the next](goal.md#nowhere).'),
  },
  'a picture that is not there': {
    rule: 'missing-image',
    seed: inBackground('¦![A street](images/none.png)'),
  },
  'a picture from the web': {
    rule: 'remote-image',
    seed: inBackground('¦![A street](https://example.org/street.png)'),
  },
  'a link that runs': {
    rule: 'unsafe-link',
    seed: inBackground('See ¦[the next](javascript:alert(1)).'),
  },
  'a script': {
    rule: 'raw-html-dropped',
    seed: inBackground('¦<script>alert(1)</script>'),
  },
  'a note that is not there': {
    rule: 'undefined-footnote',
    seed: inBackground('It is said.¦[^nowhere]'),
  },
  'a note that nobody calls': {
    rule: 'unused-footnote',
    seed: (text) => `${text}\n¦[^nobody]: Not called.\n`,
  },
  'a reference to no definition': {
    rule: 'undefined-reference',
    seed: inBackground('See ¦[the next][nowhere].'),
  },
  'a definition that nobody uses': {
    rule: 'unused-definition',
    seed: (text) => `${text}\n¦[nobody]: https://example.org\n`,
  },
  'a heading that skips a level': {
    rule: 'heading-skips-level',
    seed: inBackground('¦##### Too low'),
  },
  'the same stakeholder twice': {
    rule: 'duplicate-stakeholder',
    seed: (text) => text.replace(/(## Stakeholders\n\n- )([^(:\n]+?)( \(|\n|:)/u, '$1$2\n- ¦$2$3'),
  },
  'a role that is none': {
    rule: 'unknown-stakeholder-role',
    seed: addItem('Stakeholders', '- ¦Port Authority (Organization; Perfomer): builds.'),
  },
  'stakeholders in prose': {
    rule: 'stakeholders-not-list',
    also: ['unused-footnote'],
    seed: (text) =>
      text.replace(part('Stakeholders'), '## Stakeholders\n\n¦The city and its people.\n'),
  },
  'an indicator without a target': {
    rule: 'indicator-without-target',
    seed: addItem('Indicators', '- ¦Trees watered: baseline 4 trees in 2025 {unit: trees}'),
  },
  'a target without a date': {
    rule: 'indicator-without-date',
    seed: addItem('Indicators', '- ¦Trees watered: target 4 trees {unit: trees}'),
  },
  'a target before its baseline': {
    rule: 'target-before-baseline',
    also: ['target-date-past'],
    seed: addItem(
      'Indicators',
      '- ¦Trees watered: target 9 trees by 2027, baseline 4 trees in 2028 {unit: trees}',
    ),
  },
  'a letter among the digits': {
    rule: 'measure-not-a-number',
    seed: addItem('Indicators', '- ¦Trees watered: target 4O trees by 2030 {unit: trees}'),
  },
};

function planWith(name: string, text: string): PlanSources {
  const sources = sourcesOf({ ...clean, [name]: text });
  const pictures = ['heat-days.png', 'street-section.svg'];
  return { ...sources, others: new Map(pictures.map((one) => [`plan/images/${one}`, 100])) };
}

const parse = rememberFiles();

function findingsOf(sources: PlanSources) {
  const { findings, failures } = check(read(sources, defaultContentModel, parse), {
    model: defaultContentModel,
  });
  expect(failures).toEqual([]);
  return findings.filter(({ severity }) => severity !== 'info');
}

const seeds = Object.entries(faults).flatMap(([name, fault]) =>
  sections.flatMap((section) => {
    const text = clean[section] ?? '';
    const seeded = fault.seed(text);
    return seeded === text ? [] : [{ name, fault, section, seeded }];
  }),
);

test('the plan is clean before', () => {
  expect(findingsOf(planWith('plan.md', clean['plan.md'] ?? ''))).toEqual([]);
});

test('more than 250 faults are seeded, each kind at least three times', () => {
  expect(seeds.length).toBeGreaterThan(250);
  for (const name of Object.keys(faults)) {
    expect.soft(seeds.filter((seed) => seed.name === name).length, name).toBeGreaterThan(2);
  }
});

describe.each(Object.keys(faults))('%s', (kind) => {
  test.each(seeds.filter(({ name }) => name === kind))('in $section', (seed) => {
    const { fault, section, seeded } = seed;
    const found = findingsOf(planWith(section, seeded.replace('¦', '')));
    const right = found.filter(({ rule }) => rule === fault.rule);
    const marked = seeded.split('\n').findIndex((line) => line.includes('¦')) + 1;
    const places = right.map(({ place }) => `${place.path}:${place.start.line}`);
    if (marked === 0) expect(right.map(({ place }) => place.path)).toContain(`plan/${section}`);
    else expect(places).toContain(`plan/${section}:${marked}`);
    const others = found.filter(({ rule }) => rule !== fault.rule).map(({ rule }) => rule);
    expect(others.filter((rule) => fault.also?.includes(rule) !== true)).toEqual([]);
    for (const { message, help } of right) {
      expect(message).toMatch(/^\p{Lu}.*[.?]$/su);
      expect(help).toMatch(/\S/u);
    }
  });
});
