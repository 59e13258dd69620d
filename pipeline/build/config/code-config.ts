/** `briefwright.config.ts` and `.js`: run for what they say, parsed for where they say it. */
import type { File, Node, ObjectExpression, ObjectProperty, Statement } from '@babel/types';
import { defineConfig } from '../../model/config.ts';
import type { Fault, SourceText } from '../../model/draft.ts';
import { type Place, startOf } from '../../model/place.ts';
import type { ConfigText, KeyPath } from './config-text.ts';

/** Runs the file at `file`, whose text is given. Nothing it throws gets out. */
export async function codeConfig(source: SourceText, file: string): Promise<ConfigText> {
  const parsed = await parseCode(source);
  if ('fault' in parsed) return unread(source, parsed.fault);
  const places = {
    placeOf: (path: KeyPath) => placeIn(parsed.file, source, path, 'value'),
    placeOfKey: (path: KeyPath) => placeIn(parsed.file, source, path, 'key'),
  };
  try {
    return { source, value: await run(file), faults: [], ...places };
  } catch (error) {
    const detail = `It could not be run: ${error instanceof Error ? error.message : String(error)}`;
    const place = places.placeOf([]);
    return {
      source,
      value: undefined,
      faults: [{ rule: 'invalid-config', place, subject: '', detail }],
      ...places,
    };
  }
}

function unread(source: SourceText, fault: Fault): ConfigText {
  const place = () => startOf(source.path);
  return { source, value: undefined, faults: [fault], placeOf: place, placeOfKey: place };
}

/** The value that the file exports; `briefwright` in it means ourselves, installed beside it or not. */
async function run(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    virtualModules: { briefwright: { defineConfig } },
  });
  return jiti.import(file, { default: true });
}

async function parseCode(source: SourceText): Promise<{ file: File } | { fault: Fault }> {
  const { parse } = await import('@babel/parser');
  try {
    return { file: parse(source.text, { sourceType: 'unambiguous', plugins: ['typescript'] }) };
  } catch (error) {
    const at = error instanceof SyntaxError && 'loc' in error ? error.loc : undefined;
    const { line, column } = isSpot(at) ? at : { line: 1, column: 0 };
    const offset =
      source.text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0) + column;
    const point = { line, column: column + 1, offset };
    const message = error instanceof Error ? error.message : String(error);
    const detail = message.replace(/\s*\(\d+:\d+\)$/u, '');
    const place = { path: source.path, start: point, end: point };
    return { fault: { rule: 'invalid-config', place, subject: '', detail } };
  }
}

function isSpot(value: unknown): value is { line: number; column: number } {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}

interface Spanned {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
  readonly loc?: { readonly start: Spot; readonly end: Spot } | null | undefined;
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

function placeIn(
  { program }: File,
  source: SourceText,
  path: KeyPath,
  part: 'key' | 'value',
): Place {
  const exported = program.body.findLast((one) => one.type === 'ExportDefaultDeclaration');
  let value = exported && plainValue(exported.declaration, program.body);
  let found: Spanned | undefined = exported;
  for (const [depth, step] of path.entries()) {
    const isKey = part === 'key' && depth === path.length - 1;
    if (value?.type === 'ObjectExpression') {
      const property = propertyOf(value, String(step));
      if (property === undefined) break;
      found = isKey || isCompound(property.value) ? property.key : property.value;
      value = plainValue(property.value, program.body);
    } else if (value?.type === 'ArrayExpression') {
      const element: Node | null | undefined = value.elements[Number(step)];
      if (!element) break;
      found = element;
      value = plainValue(element, program.body);
    } else break;
  }
  return spanOf(source, found);
}

function isCompound(value: Node): boolean {
  return value.type === 'ObjectExpression' || value.type === 'ArrayExpression';
}

/** The object or list itself, behind `defineConfig(…)`, `… satisfies T` and the names of constants. */
function plainValue(node: Node, body: readonly Statement[]): Node | undefined {
  switch (node.type) {
    case 'CallExpression': {
      const [first] = node.arguments;
      return first && plainValue(first, body);
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return plainValue(node.expression, body);
    case 'Identifier': {
      const made = body
        .flatMap((one) => (one.type === 'VariableDeclaration' ? one.declarations : []))
        .find((one) => one.id.type === 'Identifier' && one.id.name === node.name)?.init;
      return made ? plainValue(made, []) : undefined;
    }
    default:
      return node;
  }
}

function propertyOf(object: ObjectExpression, name: string): ObjectProperty | undefined {
  return object.properties
    .filter((one) => one.type === 'ObjectProperty')
    .findLast(
      ({ key }) =>
        (key.type === 'Identifier' && key.name === name) ||
        (key.type === 'StringLiteral' && key.value === name),
    );
}

/** The node's first line: that of a list or an object tells enough. */
function spanOf(source: SourceText, node: Spanned | undefined): Place {
  const { start, end, loc } = node ?? {};
  if (typeof start !== 'number' || typeof end !== 'number' || !loc) return startOf(source.path);
  const line = source.text.indexOf('\n', start);
  const stop = line < 0 ? end : Math.min(end, line);
  const first = { line: loc.start.line, column: loc.start.column + 1, offset: start };
  const last = { line: first.line, column: first.column + stop - start, offset: stop };
  return { path: source.path, start: first, end: last };
}
