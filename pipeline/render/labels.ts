/** The words that an edition adds to a plan, in the plan's language, from `templates/labels/`. */
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { Labels } from '../model/edition.ts';
import { TemplateError } from '../model/errors.ts';

const schema = z.record(z.string(), z.string());

/**
 * The labels for a BCP 47 language. `files` holds texts by their path below `templates/`; the ones read are
 * `labels/<lang>.yaml`, from the most general to the most exact: `en` (the complete set), `pt`, `pt-br`.
 * So a key that a language lacks comes in English. Raises `TemplateError` where a file is no list of words.
 */
export function labelsFor(lang: string, files: ReadonlyMap<string, string>): Labels {
  const subtags = lang.toLowerCase().split('-');
  const names = ['en', ...subtags.map((_, index) => subtags.slice(0, index + 1).join('-'))];
  return Object.assign({}, ...names.map((name) => readLabels(`labels/${name}.yaml`, files)));
}

function readLabels(path: string, files: ReadonlyMap<string, string>): Labels {
  const text = files.get(path);
  if (text === undefined) return {};
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) throw wrong(path, lines.linePos(fault.pos[0]), `${fault.message}.`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const key = result.error.issues[0]?.path.join('.') ?? '';
  const node: unknown = key === '' ? document.contents : document.get(key, true);
  const offset = hasRange(node) ? (node.range[0] ?? 0) : 0;
  throw wrong(
    path,
    lines.linePos(offset),
    key === '' ? 'Expected lines of the form "key: words".' : `The label "${key}" is not a text.`,
  );
}

function hasRange(node: unknown): node is { range: readonly number[] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function wrong(path: string, at: { line: number; col: number }, says: string): TemplateError {
  return new TemplateError(
    `templates/${path}:${at.line}:${at.col}: ${says}`,
    'Write one label a line, "contents: Sommaire", in quotes where it contains ": " or starts with a sign.',
  );
}
