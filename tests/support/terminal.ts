/** A terminal that keeps what it is told, in a project's folder of its own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Terminal } from '../../pipeline/cli/terminal.ts';

export interface KeptTerminal extends Terminal {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function terminalIn(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): KeptTerminal {
  let stdout = '';
  let stderr = '';
  return {
    folder,
    env,
    isScreen: false,
    isLive: false,
    columns: 80,
    out: (text) => {
      stdout += text;
    },
    say: (text) => {
      stderr += text;
    },
    stdout: () => stdout,
    stderr: () => stderr,
  };
}

/** Writes a project into a new folder; the second value removes it. */
export async function projectWith(
  files: Readonly<Record<string, string>>,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'project-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** A section of the plan of one file below. */
export function section(title: string, indicators: string): string {
  return `### ${title}

#### Recommendation

Warn everyone a day before a hot day.

#### Background

Hot days rose from 4 to 31 a year.

#### Stakeholders

- Weather service

#### Indicators

${indicators}
`;
}

/** A plan of one file, of one goal and the given sections. */
export function planOf(...sections: readonly string[]): string {
  return `---
lang: en
date: 2026-03-01
---

# Cool City

## 1: People

${sections.join('\n')}`;
}
