/** Plans of any size for benchmarks: made of words that mean nothing, the same on every run. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How large a plan is. */
export interface PlanSize {
  readonly sections: number;
  /** Words in a section, about. */
  readonly words: number;
}

const syllables = 'ba de ki lo mu na pe ri so tu va we xi yo zu sta bre cli dro fle'.split(' ');

/** A stream of numbers from 0 to below 1 that is the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Writer {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = numbers(seed);
  }

  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  word(): string {
    const count = 1 + this.below(3);
    return Array.from({ length: count }, () => syllables[this.below(syllables.length)]).join('');
  }

  sentence(words: number): string {
    const text = Array.from({ length: words }, () => this.word());
    const at = this.below(words);
    const kind = this.below(6);
    if (kind === 0) text[at] = `*${text[at]}*`;
    if (kind === 1) text[at] = `**${text[at]}**`;
    if (kind === 2) text[at] = `[${text[at]}](https://example.org/${text[at]})`;
    const line = text.join(' ');
    return `${line[0]?.toUpperCase()}${line.slice(1)}.`;
  }

  paragraph(words: number): string {
    const sentences: string[] = [];
    for (let left = words; left > 0; left -= 12) sentences.push(this.sentence(Math.min(12, left)));
    return sentences.join(' ');
  }
}

/** One section as an author would write it: text, a list, a table, a note, stakeholders and indicators. */
export function sectionText(sequence: string, words: number, seed: number): string {
  const writer = new Writer(seed);
  const text = Math.max(20, words - 110);
  return `---
sequence: "${sequence}"
---

# ${writer.sentence(5).slice(0, -1)}

## Recommendation

${writer.paragraph(20)}

## Background

${writer.paragraph(Math.ceil(text / 3))}[^1]

### ${writer.word()} ${writer.word()}

${writer.paragraph(Math.ceil(text / 3))}

- ${writer.sentence(6)}
- ${writer.sentence(6)}

| ${writer.word()} | 2026 | 2027 |
| --- | ---: | ---: |
| ${writer.word()} | ${writer.below(900)} | ${writer.below(900)} |
| ${writer.word()} | ${writer.below(900)} | ${writer.below(900)} |

${writer.paragraph(Math.ceil(text / 3))}

[^1]: ${writer.sentence(10)}

## Stakeholders

- ${writer.word()} Office (Organization; Performer): ${writer.sentence(6)}
- ${writer.word()} Board (Organization; Beneficiary): ${writer.sentence(6)}

## Indicators

- ${writer.word()} ${writer.word()}: target ${writer.below(90)} % of ${writer.word()} by 2030, baseline ${writer.below(30)} % in 2024
- ${writer.word()} ${writer.word()}: target ${writer.below(900)} by 2032
`;
}

/** Writes a plan of twenty sections a goal into a folder, which is made. */
export async function writePlan(folder: string, { sections, words }: PlanSize): Promise<void> {
  await mkdir(folder, { recursive: true });
  const head = '---\ntitle: A plan to measure with\nlang: en\ndate: 2026-01-01\n---\n\n';
  await writeFile(
    path.join(folder, 'plan.md'),
    `${head}# A plan to measure with\n\nIt says little.\n`,
  );
  for (let index = 0; index < sections; index++) {
    const goal = Math.floor(index / 20) + 1;
    const within = (index % 20) + 1;
    const place = path.join(folder, `${goal}-goal`);
    if (within === 1) {
      await mkdir(place, { recursive: true });
      const title = new Writer(goal * 7919).sentence(3).slice(0, -1);
      await writeFile(path.join(place, 'goal.md'), `---\nsequence: "${goal}"\n---\n\n# ${title}\n`);
    }
    const text = sectionText(`${goal}.${within}`, words, index + 1);
    await writeFile(path.join(place, `${goal}.${within}-section.md`), text);
  }
}
