/** A plan of any size, always the same, with what real sections hold: prose, notes, tables, links, lists. */

/** Goals have so many sections. */
const sectionsPerGoal = 25;

const words =
  'the council of cities agreed that public services need steady funding clear duties and open data so each agency can act early measure results report openly share costs with partners and correct its course before small risks grow into large ones'.split(
    ' ',
  );

/** How many sections fill about so many pages of the print: some pages stand around them. */
export function sectionsFor(pages: number): number {
  return Math.max(1, Math.round((pages - 5) / 1.8));
}

/** One word in the last section is another one as long. */
export function withOneWordChanged(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [name = '', text = ''] = Object.entries(files).at(-1) ?? [];
  return { ...files, [name]: text.replace(' council ', ' country ') };
}

/** Markdown by path below the plan's folder; `count` sections of about 370 words each. */
export function generatedPlan(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'plan.md': `---\ntitle: A generated plan\nsubtitle: ${count} sections\nauthors: [Ada Example]\ndate: 2026-03-02\nlang: en\n---\n\n${sentence(0, 60)}\n`,
  };
  for (let at = 0; at < count; at++) {
    const goal = Math.floor(at / sectionsPerGoal) + 1;
    const folder = `${goal}-goal`;
    if (at % sectionsPerGoal === 0) {
      files[`${folder}/goal.md`] =
        `---\nsequence: "${goal}"\n---\n\n# Goal ${goal}\n\n${sentence(at, 40)}\n`;
    }
    files[`${folder}/${numberOf(at)}-section.md`] = generatedSection(at, count);
  }
  return files;
}

function numberOf(at: number): string {
  return `${Math.floor(at / sectionsPerGoal) + 1}.${(at % sectionsPerGoal) + 1}`;
}

function generatedSection(at: number, count: number): string {
  const next = (at + 1) % count;
  const link = `../${Math.floor(next / sectionsPerGoal) + 1}-goal/${numberOf(next)}-section.md`;
  return `---
sequence: "${numberOf(at)}"
---

# Section ${at + 1}

## Recommendation

${sentence(at, 24)}

## Background

${sentence(at + 1, 90)}[^1] The [next section](${link}) says more.

${sentence(at + 2, 90)}

| Year | Agency | Cost |
| --- | --- | --: |
| ${2026 + (at % 9)} | ${sentence(at + 3, 3)} | ${1000 + at} |
| ${2027 + (at % 9)} | ${sentence(at + 4, 3)} | ${2000 + at} |

${sentence(at + 5, 90)}

- ${sentence(at + 6, 12)}
- ${sentence(at + 7, 12)}

[^1]: ${sentence(at + 8, 20)}

## Stakeholders

- Agency ${at % 40} (Performer): ${sentence(at + 9, 8)}
- Council ${at % 7} (Beneficiary)

## Indicators

- Sites of kind ${at % 12}: target ${100 + at} by 2030, baseline ${at} in 2024
`;
}

/** So many words that begin somewhere else for each seed. */
function sentence(seed: number, count: number): string {
  const text = Array.from(
    { length: count },
    (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length],
  ).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
