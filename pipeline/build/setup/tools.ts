/** The programs beside the browser: which there are, in which version, and which packages bring them. */
import { type Machine, programOnPath } from '../machine.ts';
import { run, succeeded } from '../run.ts';

/** A program that the tests and `verify` call. */
export interface Tool {
  readonly name: string;
  /** What it is there for: "to check EPUBs". */
  readonly purpose: string;
  /** Its name on PATH. */
  readonly program: string;
  /** What makes it tell its version, and where the version stands in what it says. */
  readonly versionArgs: readonly string[];
  readonly version: RegExp;
  /** Runs on Java: where the system cannot start it by itself, `java -jar` does. */
  readonly java: boolean;
  readonly aptPackage: string;
  readonly brewPackage: string;
}

/** In the order in which they need one another. */
export const tools: readonly Tool[] = [
  {
    name: 'Java',
    purpose: 'to run EPUBCheck',
    program: 'java',
    versionArgs: ['-version'],
    version: /version "([^"]+)"/u,
    java: false,
    aptPackage: 'default-jre-headless',
    brewPackage: 'openjdk',
  },
  {
    name: 'EPUBCheck',
    purpose: 'to check EPUBs',
    program: 'epubcheck',
    versionArgs: ['--version'],
    version: /EPUBCheck v([\d.]+)/u,
    java: true,
    aptPackage: 'epubcheck',
    brewPackage: 'epubcheck',
  },
  {
    name: 'xmllint',
    purpose: 'to check XML in tests',
    program: 'xmllint',
    versionArgs: ['--version'],
    version: /using libxml version (\d+)/u,
    java: false,
    aptPackage: 'libxml2-utils',
    brewPackage: 'libxml2',
  },
  {
    name: 'poppler',
    purpose: 'to read PDFs in tests',
    program: 'pdftotext',
    versionArgs: ['-v'],
    version: /version ([\d.]+)/u,
    java: false,
    aptPackage: 'poppler-utils',
    brewPackage: 'poppler',
  },
];

/** A tool as it was found. `version` is undefined where it is there but does not tell one. */
export interface ToolState {
  readonly tool: Tool;
  readonly path: string | undefined;
  readonly version: string | undefined;
}

/** Looks for a tool and asks its version. */
export async function probeTool(tool: Tool, machine: Machine): Promise<ToolState> {
  const path = programOnPath(machine, [tool.program]);
  if (path === undefined) return { tool, path, version: undefined };
  const options = { timeoutSeconds: 60 };
  let ran = await run(path, tool.versionArgs, options);
  if (tool.java && !succeeded(ran)) {
    ran = await run('java', ['-jar', path, ...tool.versionArgs], options);
  }
  return { tool, path, version: tool.version.exec(ran.stdout + ran.stderr)?.[1] };
}

/** Whether a tool is there and does its work. */
export function works(state: ToolState): boolean {
  return state.version !== undefined;
}
