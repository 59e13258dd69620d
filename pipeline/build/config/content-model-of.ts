/** The content model that a config states. */
import slugify from '@sindresorhus/slugify';
import { rules } from '../../check/rules/index.ts';
import {
  type ContentModel,
  defaultContentModel,
  type PartDefinition,
} from '../../model/content-model.ts';
import type { Level } from '../../model/finding.ts';
import type { CheckedConfig } from './config-schema.ts';
import type { ConfigText } from './config-text.ts';

type WrittenPart = NonNullable<CheckedConfig['parts']>[number];

export function contentModelOf(config: CheckedConfig, text: ConfigText): ContentModel {
  const ordered = config.order === 'listed';
  const { parts } = config;
  if (parts === undefined) return { ...defaultContentModel, ordered };
  const lead = Math.max(
    0,
    parts.findIndex((part) => part.lead === true),
  );
  return {
    ordered,
    parts: parts.map((part, index) => ({
      ...definitionOf(part, index),
      lead: part.lead ?? index === lead,
      asked: text.placeOf(['parts', index]),
    })),
  };
}

function definitionOf(part: WrittenPart, index: number): PartDefinition {
  const headings = typeof part.heading === 'string' ? { '': part.heading } : part.heading;
  const heading = headings['en'] ?? Object.values(headings)[0] ?? '';
  const aliases = Array.isArray(part.aliases)
    ? part.aliases
    : Object.values(part.aliases ?? {}).flat();
  const others = Object.values(headings).filter((one) => one !== heading);
  return {
    id: part.id ?? idOf(heading, index),
    heading,
    aliases: [...new Set([...others, ...aliases])],
    required: part.required,
    content: part.content,
    lead: false,
    ...(typeof part.heading === 'string' ? {} : { headings: part.heading }),
    ...(part.atLeast === undefined ? {} : { atLeast: part.atLeast }),
    ...(part.wordsAtMost === undefined ? {} : { wordsAtMost: part.wordsAtMost }),
    ...(part.severity === undefined ? {} : { levels: levelsOf(part.severity) }),
  };
}

/** `finding` for "Finding"; what has no letter of the Latin alphabet is numbered. */
function idOf(heading: string, index: number): string {
  const slug = slugify(heading);
  return /^[a-z]/u.test(slug) ? slug : `part-${index + 1}`;
}

function levelsOf(severity: NonNullable<WrittenPart['severity']>): Readonly<Record<string, Level>> {
  return typeof severity === 'string'
    ? Object.fromEntries(rules.map((rule) => [rule.id, severity]))
    : severity;
}
