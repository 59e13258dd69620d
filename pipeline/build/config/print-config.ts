/** A project's config with every default written out, in the form that a config has. */
import { levelTable } from '../../check/levels.ts';
import { rules } from '../../check/rules/index.ts';
import type { BriefwrightConfig, ConfigPart } from '../../model/config.ts';
import type { PartDefinition } from '../../model/content-model.ts';
import type { Project } from './load-project.ts';

/** As JSON, with the same keys that a config may have. Ends with a line break. */
export function printConfig(project: Project): string {
  const { config, model } = project;
  const levelOf = levelTable(rules, { levels: config.rules });
  const whole: BriefwrightConfig = {
    sources: config.sources,
    parts: model.parts.map(partOf),
    order: config.order,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule.id, '')])),
    folders: config.folders,
    stakeholders: {
      ...(project.register === undefined ? {} : { register: project.register }),
      roles: config.stakeholders.roles,
    },
    minCoverage: config.minCoverage,
    accessibility: config.accessibility,
    print: config.print,
    ...(config.theme === undefined ? {} : { theme: config.theme }),
    strict: config.strict,
    ...(config.maxWarnings === undefined ? {} : { maxWarnings: config.maxWarnings }),
    baseline: config.baseline,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function partOf(part: PartDefinition): ConfigPart {
  const { id, heading, headings, aliases, required, lead, content } = part;
  return {
    id,
    heading: headings === undefined ? heading : { en: heading, ...headings },
    aliases,
    required,
    lead,
    content,
    ...(part.atLeast === undefined ? {} : { atLeast: part.atLeast }),
    ...(part.wordsAtMost === undefined ? {} : { wordsAtMost: part.wordsAtMost }),
    ...(part.levels === undefined ? {} : { severity: part.levels }),
  };
}
