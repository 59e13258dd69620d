/** What people and programs do to a project between two builds, at random but from a seed. */
import { cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';
import { buildPlans } from '../../pipeline/build/build-plans.ts';
import { type Cache, noCache } from '../../pipeline/build/cache/cache.ts';
import { codeInputs } from '../../pipeline/build/cache/tool-inputs.ts';
import { loadProject } from '../../pipeline/build/config/load-project.ts';
import { planReports } from '../../pipeline/build/plan-reports.ts';
import { noProgress, type Progress } from '../../pipeline/build/progress.ts';
import { namedPlans } from '../../pipeline/build/select-plans.ts';
import type { Built } from '../../pipeline/build/sooner/held-plan.ts';
import { withdrawOthers } from '../../pipeline/build/withdraw.ts';
import type { Format } from '../../pipeline/model/edition.ts';
import { usualSheet } from '../../pipeline/model/sheet.ts';
import { contentsOf } from './command.ts';

/** A number from 0 to below `below`, the next of a series (mulberry32). */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below) | 0;
  };
}

const section = (id: number, number: string) => `---
id: _00000000-0000-4000-8000-${String(id).padStart(12, '0')}
sequence: "${number}"
---

# Section ${id}

## Recommendation

Do number ${id}, and look at [the first](#section-1).

## Background

Some words.[^1]

[^1]: A note.

## Stakeholders

- Office ${id}

## Indicators

- Share: target 40 % by 2030, baseline 1${id} % in 2024
`;

/** Writes a plan of five sections into `root/sources/plan`, and a short one beside it. */
export async function writeProject(root: string): Promise<void> {
  const plan = path.join(root, 'sources/plan');
  for (const goal of ['1-one', '2-two']) {
    await mkdir(path.join(plan, goal), { recursive: true });
    await writeFile(
      path.join(plan, goal, 'goal.md'),
      `---\nsequence: "${goal[0]}"\n---\n\n# ${goal}\n`,
    );
  }
  await writeFile(
    path.join(plan, 'plan.md'),
    '---\nlang: en\ndate: 2026-01-01\n---\n\n# A plan\n\nText.\n',
  );
  for (const id of [1, 2, 3, 4, 5]) {
    const goal = id < 4 ? '1-one' : '2-two';
    await writeFile(
      path.join(plan, goal, `${goal[0]}.${id}-s.md`),
      section(id, `${goal[0]}.${id}`),
    );
  }
  await writeFile(
    path.join(root, 'sources/short.md'),
    `# Short\n\n## A goal\n\n### A section\n\n#### Recommendation\n\nDo it.\n`,
  );
}

interface Place {
  readonly root: string;
  readonly roll: Dice;
  /** Contents that files had before, to go back to. */
  readonly earlier: [file: string, bytes: Buffer][];
}

type Edit = (place: Place) => Promise<string>;

const words = [
  'water',
  'Ünïcode',
  '**bold**',
  '[gone](nowhere.md)',
  '![picture](picture.png)',
  '',
  '@who',
  '<b>',
  '`x`',
];

const edits: Readonly<Record<string, Edit>> = {
  word: (place) =>
    change(place, (text, roll) => {
      const at = text.indexOf(' ', roll(text.length));
      return at < 0
        ? `${text} more`
        : `${text.slice(0, at)} ${words[roll(words.length)]}${text.slice(at)}`;
    }),
  cut: (place) =>
    change(place, (text, roll) => text.slice(0, roll(text.length)) + text.slice(roll(text.length))),
  sequence: (place) =>
    change(place, (text, roll) => text.replace(/^sequence: .*$/mu, `sequence: "1.${roll(9)}"`)),
  title: (place) => change(place, (text, roll) => text.replace(/^# .*$/mu, `# Title ${roll(50)}`)),
  untitle: (place) => change(place, (text) => text.replace(/^# .*$/mu, '')),
  touch: async (place) => {
    const file = await anyFile(place);
    const time = new Date(1_700_000_000_000 + place.roll(1e9));
    await utimes(file, time, time);
    return file;
  },
  rename: async (place) => {
    const file = await anyFile(place);
    const to = path.join(path.dirname(file), `${place.roll(20)}-renamed.md`);
    await rename(file, to);
    return `${file} to ${to}`;
  },
  move: async (place) => {
    const file = await anyFile(place);
    const to = path.join(
      place.root,
      'sources/plan',
      ['1-one', '2-two', '3-new'][place.roll(3)] ?? '',
      path.basename(file),
    );
    await mkdir(path.dirname(to), { recursive: true });
    await rename(file, to);
    return `${file} to ${to}`;
  },
  remove: async (place) => {
    const files = await markdown(place.root);
    const file = files[place.roll(files.length)];
    if (files.length < 4 || file === undefined) return 'nothing';
    await rm(file);
    return file;
  },
  add: async ({ root, roll }) => {
    const id = roll(1000);
    const file = path.join(
      root,
      'sources/plan',
      roll(2) === 0 ? '1-one' : '2-two',
      `added-${id}.md`,
    );
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, section(id, `1.${id}`));
    return file;
  },
  back: async ({ earlier, roll }) => {
    const one = earlier[roll(earlier.length)];
    if (one === undefined) return 'nothing';
    await mkdir(path.dirname(one[0]), { recursive: true });
    await writeFile(one[0], one[1]);
    return one[0];
  },
  picture: async ({ root, roll }) => {
    const png = new PNG({ width: 2 + roll(3), height: 2 });
    png.data.fill(roll(256));
    const file = path.join(
      root,
      'sources/plan',
      roll(2) === 0 ? 'picture.png' : '1-one/picture.png',
    );
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, PNG.sync.write(png));
    return file;
  },
  notPicture: async ({ root }) => {
    const file = path.join(root, 'sources/plan/picture.png');
    await writeFile(file, 'no picture');
    return file;
  },
  template: async ({ root, roll }) => {
    const name = 'templates/html/pager.liquid';
    if (roll(2) === 0) await rm(path.join(root, name), { force: true });
    else {
      await mkdir(path.join(root, 'templates/html'), { recursive: true });
      await writeFile(path.join(root, name), `${await readFile(name, 'utf8')}<!-- ${roll(9)} -->`);
    }
    return name;
  },
  partial: async ({ root, roll }) => {
    const name = 'templates/html/contents-section.liquid';
    if (roll(2) === 0) await rm(path.join(root, name), { force: true });
    else {
      await mkdir(path.join(root, 'templates/html'), { recursive: true });
      await writeFile(path.join(root, name), `<li>${roll(9)}{{ section.title }}</li>`);
    }
    return name;
  },
  label: async ({ root, roll }) => {
    const name = 'templates/labels/en.yaml';
    await mkdir(path.join(root, 'templates/labels'), { recursive: true });
    const text = await readFile(name, 'utf8');
    await writeFile(path.join(root, name), text.replace(/^next: .*$/mu, `next: Next ${roll(9)}`));
    return name;
  },
  style: async ({ root, roll }) => {
    await mkdir(path.join(root, 'styles/html'), { recursive: true });
    await writeFile(path.join(root, 'styles/html/own.css'), `p { margin: ${roll(9)}px }`);
    return 'styles/html/own.css';
  },
  config: async ({ root, roll }) => {
    const texts = [
      '{}',
      'theme: journal',
      'theme: bureau',
      'rules: { missing-part: warning }',
      'parts: [{ heading: Recommendation }]',
      'rules: { no-such: off }',
    ];
    await writeFile(path.join(root, 'briefwright.config.yaml'), texts[roll(texts.length)] ?? '');
    return 'briefwright.config.yaml';
  },
  matter: async ({ root, roll }) => {
    const file = path.join(root, 'sources/plan/plan.md');
    const text = await readFile(file, 'utf8').catch(() => '# A plan\n');
    const lines = [
      '',
      'url: https://example.org/plan',
      'subtitle: Below',
      'version: "2"',
      'lang: de',
    ];
    const line = lines[roll(lines.length)] ?? '';
    await writeFile(
      file,
      `---\ndate: 2026-0${1 + roll(9)}-01\n${line}\n---\n${withoutMatter(text)}`,
    );
    return `${file} ${line}`;
  },
  block: (place) =>
    change(place, (text, roll) => {
      const blocks = [
        '### A heading',
        'Table: Days\n\n| a | b |\n| - | - |\n| 1 | 2 |',
        '![picture](../picture.png "A caption")',
        'See [the second](../1-one/1.2-s.md#background) and [a heading](../1-one/1.1-s.md#a-heading).',
        'Called.[^new]\n\n[^new]: A new note.',
      ];
      return text.replace(/^## Background$/mu, `## Background\n\n${blocks[roll(blocks.length)]}`);
    }),
  recommendation: (place) =>
    change(place, (text, roll) =>
      text.replace(/^## Recommendation\n\n/mu, `## Recommendation\n\nFirst ${roll(99)}. `),
    ),
  named: (place) =>
    change(place, (text, roll) =>
      text.replace(
        /^- Office .*$/mu,
        `- Office ${roll(9)} (Organization; Performer): who ${roll(9)}`,
      ),
    ),
  damage: async ({ root, roll }) => {
    const folder = path.join(root, '.briefwright/cache');
    const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));
    const name = names[roll(names.length)];
    if (name === undefined) return 'nothing';
    const bytes = await readFile(path.join(folder, name));
    const cut = roll(3) === 0;
    const at = roll(bytes.length);
    if (!cut && bytes[at] !== undefined) bytes[at] ^= 1 + roll(254);
    await writeFile(path.join(folder, name), cut ? bytes.subarray(0, at) : bytes);
    return name;
  },
  output: async ({ root, roll }) => {
    const files = Object.keys(await contentsOf(path.join(root, 'dist')));
    const file = files[roll(files.length)];
    if (file !== undefined && roll(2) === 0) await writeFile(path.join(root, 'dist', file), 'mine');
    else if (file !== undefined) await rm(path.join(root, 'dist', file));
    return `dist/${file}`;
  },
};

function withoutMatter(text: string): string {
  return text.replace(/^---\n.*?\n---\n/su, '');
}

/** Makes one edit; what was done, in words. */
export async function editAtRandom(place: Place): Promise<string> {
  const names = Object.keys(edits);
  const name = names[place.roll(names.length)] ?? '';
  return `${name}: ${await edits[name]?.(place)}`;
}

async function change(place: Place, to: (text: string, roll: Dice) => string): Promise<string> {
  const file = await anyFile(place);
  await writeFile(file, to(await readFile(file, 'utf8'), place.roll));
  return file;
}

/** A file that is about to change; what it holds is kept. */
async function anyFile({ root, roll, earlier }: Place): Promise<string> {
  const files = await markdown(root);
  const file = files[roll(files.length)] ?? '';
  earlier.push([file, await readFile(file)]);
  return file;
}

async function markdown(root: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, 'sources'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.join(root, 'sources', name));
}

/** What `buildHere` builds: all plans of a project, drafts too. */
export async function wishHere(
  root: string,
  cache: Cache,
  formats: readonly Format[],
  progress: Progress = noProgress,
): Promise<Built> {
  const packageRoot = process.cwd();
  const looking = { cache, code: codeInputs(packageRoot), progress };
  return {
    project: await loadProject(root),
    named: await namedPlans(root, ['sources']),
    wish: {
      ...looking,
      packageRoot,
      formats,
      draft: true,
      stratmlPart: undefined,
      sheet: usualSheet,
    },
  };
}

/** Builds a project in this process, drafts too; what was found, and what `dist/` holds then. */
export async function buildHere(root: string, cache: Cache, formats: readonly Format[]) {
  const made: string[] = [];
  const progress: Progress = {
    ...noProgress,
    begins: ({ plan, name, reason }) => {
      if (name !== 'check' && reason !== undefined) made.push(`${plan}: ${name}`);
    },
  };
  const { project, named, wish } = await wishHere(root, cache, formats, progress);
  if (project.findings.length > 0) return { findings: project.findings };
  const reports = await planReports(project, named, wish);
  const slugs = reports.map(({ place }) => place.slug);
  await withdrawOthers(path.join(root, 'dist'), slugs);
  const found = await buildPlans(project, reports, wish, () => {});
  const findings = JSON.parse(
    JSON.stringify([reports.map((one) => [one.findings, one.coverage]), found]),
  );
  return { findings, made, dist: await contentsOf(path.join(root, 'dist')) };
}

/** As a build of a copy, from nothing. */
export async function buildClean(root: string, elsewhere: string, formats: readonly Format[]) {
  await rm(elsewhere, { recursive: true, force: true });
  await mkdir(elsewhere);
  for (const name of ['sources', 'templates', 'styles', 'briefwright.config.yaml']) {
    await cp(path.join(root, name), path.join(elsewhere, name), { recursive: true }).catch(
      () => undefined,
    );
  }
  return buildHere(elsewhere, noCache, formats);
}
