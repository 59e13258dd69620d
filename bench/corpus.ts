/** Plans to measure with: sections of about 400 words, as authors write them, the same each time. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const words =
  'the city water heat street plan measure people summer night council budget school tree roof drain harbour quarter register visit doctor winter rain flood tank pipe valley board public service year cost money report answer question number share target result'.split(
    ' ',
  );

/** A linear congruential generator (Numerical Recipes): enough to vary sentences, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentences(count: number, random: () => number): string {
  return Array.from({ length: count }, () => {
    const picked = Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)]);
    const text = picked.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }).join(' ');
}

/** One section: front matter, four parts, a list, a table, a note, links and emphasis. */
export function sectionText(goal: number, number: number): string {
  const random = randomFrom(goal * 1000 + number);
  return `---
id: _section-${goal}-${number}
sequence: "${goal}.${number}"
---

# Measure ${number}: ${words[(goal * 7 + number) % words.length]} and ${words[number % words.length]}

## Recommendation

${sentences(2, random)}

## Background

${sentences(5, random)}[^a] See [the first measure](${goal}.1.md) and **what follows**.

### What was found

- ${sentences(1, random)}
- ${sentences(1, random)}
  - ${sentences(1, random)}
- ${sentences(1, random)}

> ${sentences(2, random)}

${sentences(6, random)}

| Year | Number | What |
| --- | ---: | --- |
| 2025 | ${number} | ${sentences(1, random)} |
| 2026 | ${number + 4} | ${sentences(1, random)} |

${sentences(5, random)}

[^a]: ${sentences(1, random)}

## Stakeholders

- City Health Office (Organization; Performer): ${sentences(1, random)}
- Residents (Generic_Group; Beneficiary): ${sentences(1, random)}

## Indicators

- People on the register: target ${1000 + number} people by 2030, baseline ${number} people in 2025 {unit: people}
- Rooms open: target ${number + 5} rooms by 2031, baseline 4 rooms in 2025 {unit: rooms}
`;
}

/** Writes a project with one plan of so many sections; gives the paths of its Markdown files. */
export async function writeCorpus(root: string, sections: number): Promise<readonly string[]> {
  const plan = path.join(root, 'sources/plan');
  const files: [string, string][] = [
    ['plan.md', '---\nlang: en\ndate: 2026-01-01\n---\n\n# A plan to measure with\n'],
  ];
  const perGoal = 50;
  for (let index = 0; index < sections; index += 1) {
    const goal = Math.floor(index / perGoal) + 1;
    const number = (index % perGoal) + 1;
    if (number === 1)
      files.push([`${goal}-goal/goal.md`, `---\nsequence: "${goal}"\n---\n\n# Goal ${goal}\n`]);
    files.push([`${goal}-goal/${goal}.${number}.md`, sectionText(goal, number)]);
  }
  const paths: string[] = [];
  for (const [name, text] of files) {
    const file = path.join(plan, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    paths.push(file);
  }
  return paths;
}
