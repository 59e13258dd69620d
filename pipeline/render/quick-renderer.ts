/**
 * A renderer for liquidjs that writes the plain parts of a template at once: text, `{{ a.b }}`, `{% if a.b %}`,
 * `{% for a in b.c %}`. liquidjs goes through a dozen generators for one such value, which is most of what a page
 * costs. All else, and whatever is not as plain as it looked, is left to liquidjs, so that texts and errors are the
 * same.
 */
import {
  CommentTag,
  Context,
  type Emitter,
  ForTag,
  IfTag,
  Liquid,
  LiquidError,
  Output,
  RenderError,
  type RenderOptions,
  type Template,
  TypeGuards,
  toValue,
  toValueSync,
  UnlessTag,
} from 'liquidjs';
import { QuickContext } from './quick-context.ts';
import { pathOf, readerOf } from './quick-values.ts';

type Renderer = Liquid['renderer'];

/** Writes one piece of a template; false where it has written nothing, and liquidjs is to write it. */
type Write = (context: QuickContext, emitter: Emitter) => boolean;

/** A piece that writes itself at once. */
export interface QuickTag {
  readonly writeNow: Write;
}

/** liquidjs whose renderer is the quick one. To be used with `jsTruthy`, `outputEscape: 'escape'` and `strictVariables`. */
export class QuickLiquid extends Liquid {
  override readonly renderer: Renderer = quick(new Liquid().renderer);

  override _render(
    templates: Template[],
    scope: Context | object | undefined,
    options: RenderOptions,
  ): IterableIterator<unknown> {
    const context =
      scope instanceof Context
        ? scope
        : new QuickContext(scope, this.options, options, { liquid: this });
    return super._render(templates, context, options);
  }
}

function quick(plain: Renderer): Renderer {
  const known = new WeakMap<Template[], readonly Piece[]>();
  const piecesOf = (templates: Template[]): readonly Piece[] => {
    const before = known.get(templates);
    if (before !== undefined) return before;
    const pieces = templates.map(
      (one): Piece => ({ write: writerOf(one, writeAll), alone: [one] }),
    );
    known.set(templates, pieces);
    return pieces;
  };
  function writeAll(templates: Template[], context: Context, emitter: Emitter): void {
    context.renderLimit.check(performance.now());
    for (const { write, alone } of piecesOf(templates)) {
      const written = context instanceof QuickContext && write?.(context, emitter) === true;
      if (!written) toValueSync(plain.renderTemplates(alone, context, emitter));
      if (context.breakCalled || context.continueCalled) break;
    }
  }
  function* renderTemplates(
    templates: Template[],
    context: Context,
    emitter: Emitter = newEmitter(),
  ): IterableIterator<unknown> {
    yield writeAll(templates, context, emitter);
    return emitter.buffer;
  }
  return {
    renderTemplates,
    renderTemplatesToNodeStream: (...given) => plain.renderTemplatesToNodeStream(...given),
  };
}

interface Piece {
  /** Undefined for what only liquidjs can write. */
  readonly write: Write | undefined;
  /** The piece as liquidjs takes it. */
  readonly alone: [Template];
}

type WriteAll = (templates: Template[], context: Context, emitter: Emitter) => void;

function writerOf(template: Template, writeAll: WriteAll): Write | undefined {
  const { token } = template;
  if (TypeGuards.isHTMLToken(token)) return textWriter(token.getContent());
  if (template instanceof CommentTag) return textWriter('');
  if (template instanceof Output) return valueWriter(template);
  if (template instanceof ForTag) return loopWriter(template, writeAll);
  if (template instanceof IfTag || template instanceof UnlessTag) {
    return choiceWriter(template, writeAll);
  }
  return isQuickTag(template) ? tagWriter(template) : undefined;
}

function isQuickTag(template: Template): template is Template & QuickTag {
  return 'writeNow' in template;
}

function tagWriter(tag: Template & QuickTag): Write {
  return (context, emitter) => {
    try {
      return tag.writeNow(context, emitter);
    } catch (error) {
      const isTold = !(error instanceof Error) || LiquidError.is(error);
      throw isTold ? error : new RenderError(error, tag);
    }
  };
}

function textWriter(text: string): Write {
  return (_, emitter) => {
    emitter.write(text);
    return true;
  };
}

function valueWriter({ value, token }: Output): Write | undefined {
  const { filters, initial } = value;
  const [filter, ...more] = filters;
  const raw = filter?.raw === true;
  // The one filter that nobody wrote is that which escapes.
  const isPlain = more.length === 0 && (raw || !token.content.includes('|'));
  const [only, ...others] = initial.postfix;
  const path = only && others.length === 0 ? pathOf(only) : undefined;
  if (path === undefined || !isPlain) return undefined;
  return (context, emitter) => {
    const text = textOf(context.read(path), raw);
    if (text === undefined) return false;
    emitter.write(text);
    return true;
  };
}

/** A loop without bounds, whose file never asks where in the loop it is. */
function loopWriter(tag: ForTag, writeAll: WriteAll): Write | undefined {
  const { variable, collection, hash, templates, elseTemplates, token } = tag;
  const path = pathOf(collection);
  const isPlain = Object.keys(hash.hash).length === 0 && !/forloop|offset/u.test(token.input);
  if (path === undefined || !isPlain) return undefined;
  return (context, emitter) => {
    const list = context.read(path);
    if (!Array.isArray(list)) return false;
    if (list.length === 0) {
      writeAll(elseTemplates, context, emitter);
      return true;
    }
    const scope: Record<string, unknown> = {};
    context.push(scope);
    for (const item of list) {
      scope[variable] = item;
      context.continueCalled = false;
      context.breakCalled = false;
      writeAll(templates, context, emitter);
      if (context.breakCalled) break;
    }
    context.continueCalled = false;
    context.breakCalled = false;
    context.pop();
    return true;
  };
}

function choiceWriter(tag: IfTag | UnlessTag, writeAll: WriteAll): Write {
  const branches = tag.branches.map((branch) => {
    const read = readerOf(branch.value);
    const test = 'test' in branch && typeof branch.test === 'function' ? branch.test : Boolean;
    const holds = (context: Context): boolean => test(toValue(read(context, true)), context);
    return { holds, templates: branch.templates };
  });
  const otherwise = tag.elseTemplates ?? [];
  const chosen = (context: Context) => {
    try {
      return branches.find(({ holds }) => holds(context))?.templates ?? otherwise;
    } catch {
      // liquidjs finds it too, and says what is wrong.
      return undefined;
    }
  };
  return (context, emitter) => {
    const templates = chosen(context);
    if (templates) writeAll(templates, context, emitter);
    return templates !== undefined;
  };
}

/** Undefined for what is neither text nor a number. */
function textOf(value: unknown, raw: boolean): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return raw || !/[&<>"']/u.test(value) ? value : value.replace(/[&<>"']/gu, escaped);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

function escaped(sign: string): string {
  return entities[sign] ?? sign;
}

/** As liquidjs has one: lists run together, nothing is empty. */
function newEmitter(): Emitter {
  return {
    buffer: '',
    write(value) {
      this.buffer += typeof value === 'string' ? value : written(value);
    },
  };
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(written).join('') : String(value);
}
