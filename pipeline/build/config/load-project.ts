/**
 * Finds a project's config, reads it, and gives what everything else needs to know of the project. What reads and
 * judges a config is loaded where there is one.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LevelOptions } from '../../check/levels.ts';
import { type ContentModel, defaultContentModel } from '../../model/content-model.ts';
import type { Fault, SourceText } from '../../model/draft.ts';
import { UsageError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import { startOf } from '../../model/place.ts';
import { type CheckedConfig, configSchema } from './config-schema.ts';
import type { ConfigText } from './config-text.ts';

/** The names a config may have, the first of which that exists is read. */
export const configNames = ['ts', 'mts', 'js', 'mjs', 'yaml', 'yml', 'json'].map(
  (ending) => `briefwright.config.${ending}`,
);

export interface Project extends LevelOptions {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** The config's text; undefined where there is none. */
  readonly source: SourceText | undefined;
  /** What the config says, its defaults filled in. */
  readonly config: CheckedConfig;
  readonly model: ContentModel;
  readonly register: readonly string[] | undefined;
  readonly roles: readonly string[];
  /** What is wrong with the config itself; then the rest is what a project without one has. */
  readonly findings: readonly Finding[];
}

/** The project in a folder. `named` is a config by another name; raises `UsageError` where it is not there. */
export async function loadProject(root: string, named?: string): Promise<Project> {
  const text = await configText(root, named);
  if (text === undefined) return projectOf(root, undefined, configSchema.parse({}), []);
  const { validateConfig } = await import('./validate-config.ts');
  const validated = text.faults.length > 0 ? { faults: text.faults } : validateConfig(text);
  if ('faults' in validated) {
    const { faultFindings } = await import('../../check/fault-findings.ts');
    const findings = faultFindings(validated.faults);
    return projectOf(root, text.source, configSchema.parse({}), findings);
  }
  return projectOf(root, text.source, validated.config, [], validated.model);
}

function projectOf(
  root: string,
  source: SourceText | undefined,
  config: CheckedConfig,
  findings: readonly Finding[],
  model = defaultContentModel,
): Project {
  return {
    root,
    source,
    config,
    model,
    register: config.stakeholders.register,
    roles: config.stakeholders.roles,
    levels: config.rules,
    folders: Object.entries(config.folders).map(([folder, levels]) => ({
      folder: path.posix.normalize(folder).replace(/\/$/u, ''),
      levels,
    })),
    findings,
  };
}

async function configText(
  root: string,
  named: string | undefined,
): Promise<ConfigText | undefined> {
  for (const name of named === undefined ? configNames : [named]) {
    const file = path.resolve(root, name);
    const shown = path.relative(root, file).split(path.sep).join('/');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (named !== undefined) {
        throw new UsageError(
          `There is no config "${named}".`,
          'Name a file, such as briefwright.config.yaml.',
        );
      }
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return unreadable(shown, error);
    }
    const source = { path: shown, text };
    if (/\.[cm]?[jt]s$/u.test(name)) {
      const { codeConfig } = await import('./code-config.ts');
      return codeConfig(source, file);
    }
    const { dataConfig } = await import('./data-config.ts');
    return dataConfig(source);
  }
  return undefined;
}

function unreadable(shown: string, error: unknown): ConfigText {
  const place = () => startOf(shown);
  const detail = error instanceof Error ? error.message : String(error);
  const fault: Fault = { rule: 'invalid-config', place: place(), subject: '', detail };
  const source = { path: shown, text: '' };
  return { source, value: undefined, faults: [fault], placeOf: place, placeOfKey: place };
}
