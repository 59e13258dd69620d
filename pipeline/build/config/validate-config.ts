/** A config's value against the schema, and against what no schema knows: rules, headings, names of parts. */
import type { z } from 'zod';
import { rules } from '../../check/rules/index.ts';
import { type ContentModel, normalizeHeading } from '../../model/content-model.ts';
import type { Fault } from '../../model/draft.ts';
import { nearest } from '../../model/nearest.ts';
import { type CheckedConfig, configSchema } from './config-schema.ts';
import type { ConfigText, KeyPath } from './config-text.ts';
import { contentModelOf } from './content-model-of.ts';

export type Validated =
  | { readonly config: CheckedConfig; readonly model: ContentModel }
  | { readonly faults: readonly Fault[] };

export function validateConfig(text: ConfigText): Validated {
  const result = configSchema.safeParse(text.value);
  if (!result.success) {
    return { faults: result.error.issues.flatMap((issue) => issueFaults(issue, text)) };
  }
  const model = contentModelOf(result.data, text);
  const faults = [
    ...unknownRules(result.data, text),
    ...sharedNames(model, text),
    ...unknownParts(result.data, model, text),
  ];
  return faults.length > 0 ? { faults } : { config: result.data, model };
}

function issueFaults(issue: z.core.$ZodIssue, text: ConfigText): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const expected = nearest(key, keysAt(issue.path));
      return {
        rule: 'unknown-config-key',
        place: text.placeOfKey([...issue.path, key]),
        subject: nameOf([...issue.path, key]),
        ...(expected === undefined ? {} : { expected }),
      };
    });
  }
  const detail = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  return [wrong(text, issue.path, detail ?? issue.message)];
}

function wrong(text: ConfigText, path: KeyPath, detail: string): Fault {
  return { rule: 'invalid-config', place: text.placeOf(path), subject: nameOf(path), detail };
}

/** The keys that an object of the schema has, for "did you mean". */
function keysAt(path: KeyPath): readonly string[] {
  const { parts, stakeholders, accessibility, print } = configSchema.shape;
  switch (path[0]) {
    case undefined:
      return Object.keys(configSchema.shape);
    case 'parts':
      return Object.keys(parts.unwrap().element.shape);
    case 'accessibility':
      return Object.keys(accessibility.unwrap().valueType.shape);
    case 'print':
      return Object.keys(print.unwrap().shape);
    default:
      return Object.keys(stakeholders.unwrap().shape);
  }
}

/** `parts[2].atLeast` */
function nameOf(path: KeyPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function unknownRules(config: CheckedConfig, text: ConfigText): readonly Fault[] {
  const ids = rules.map((rule) => rule.id);
  const named: (readonly [KeyPath, object])[] = [
    [['rules'], config.rules],
    ...Object.entries(config.folders).map(([folder, levels]): [KeyPath, object] => [
      ['folders', folder],
      levels,
    ]),
    ...(config.parts ?? []).flatMap(({ severity }, index): [KeyPath, object][] =>
      typeof severity === 'object' ? [[['parts', index, 'severity'], severity]] : [],
    ),
  ];
  return named.flatMap(([path, levels]) =>
    Object.keys(levels)
      .filter((id) => !ids.includes(id))
      .map((id) => {
        const expected = nearest(id, ids);
        return {
          rule: 'unknown-config-key',
          place: text.placeOfKey([...path, id]),
          subject: nameOf([...path, id]),
          detail: 'rule',
          ...(expected === undefined ? {} : { expected }),
        };
      }),
  );
}

/** Two parts of one id, or a heading that means two parts. */
function sharedNames({ parts }: ContentModel, text: ConfigText): readonly Fault[] {
  const owners = new Map<string, number>();
  const faults: Fault[] = [];
  for (const [index, part] of parts.entries()) {
    const own = new Set([part.heading, ...part.aliases].map(normalizeHeading));
    for (const name of [`#${part.id}`, ...own]) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, index);
      else if (text.value !== undefined && part.asked !== undefined) {
        const said = name.startsWith('#') ? `The id "${part.id}"` : `The heading "${name}"`;
        faults.push(wrong(text, ['parts', index], `${said} is that of parts[${owner}] already.`));
        break;
      }
    }
  }
  return faults;
}

function unknownParts(
  config: CheckedConfig,
  { parts }: ContentModel,
  text: ConfigText,
): readonly Fault[] {
  const ids = parts.map((part) => part.id);
  return Object.keys(config.minCoverage)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const expected = nearest(id, ids);
      return {
        rule: 'unknown-config-key',
        place: text.placeOfKey(['minCoverage', id]),
        subject: `minCoverage.${id}`,
        detail: 'part',
        ...(expected === undefined ? {} : { expected }),
      };
    });
}
