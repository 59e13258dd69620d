/**
 * A renderer for liquidjs that writes the plain parts of a template at once: text, `{{ a.b }}` and `{% if a.b %}`.
 * liquidjs goes through a dozen generators for one such value, which is most of what a page costs. All else, and
 * whatever is not as plain as it looked, is left to liquidjs, so that texts and errors are the same.
 */
import {
  type Context,
  type Emitter,
  IfTag,
  Liquid,
  Output,
  type Template,
  TypeGuards,
  toValue,
  toValueSync,
  UnlessTag,
  type Value,
} from 'liquidjs';

type Renderer = Liquid['renderer'];

/** What is done for one piece of a template. */
type Piece =
  | { readonly does: 'text'; readonly text: string }
  | {
      readonly does: 'value';
      readonly read: ReadValue;
      readonly raw: boolean;
      readonly alone: Alone;
    }
  | { readonly does: 'choose'; readonly choose: Choose; readonly alone: Alone }
  | { readonly does: 'other'; readonly alone: Alone };

/** The piece as liquidjs takes it. */
type Alone = [Template];

/** The branch of a condition that is to be written. */
type Choose = (context: Context) => Template[];

/**
 * Tells what a value is now. Where a name is not among the values, it is undefined for the `lenient`, and else raises
 * an error of liquidjs.
 */
export type ReadValue = (context: Context, lenient?: boolean) => unknown;

/** liquidjs whose renderer is the quick one. To be used with `jsTruthy`, `outputEscape: 'escape'` and `strictVariables`. */
export class QuickLiquid extends Liquid {
  override readonly renderer: Renderer = quick(new Liquid().renderer);
}

function quick(plain: Renderer): Renderer {
  const known = new WeakMap<Template[], readonly Piece[]>();
  const piecesOf = (templates: Template[]): readonly Piece[] => {
    const before = known.get(templates);
    if (before !== undefined) return before;
    const pieces = templates.map(pieceOf);
    known.set(templates, pieces);
    return pieces;
  };
  function* renderTemplates(
    templates: Template[],
    context: Context,
    emitter: Emitter = newEmitter(),
  ): IterableIterator<unknown> {
    context.renderLimit.check(performance.now());
    for (const piece of piecesOf(templates)) {
      if (piece.does === 'text') {
        emitter.write(piece.text);
        continue;
      }
      if (piece.does === 'value') {
        const text = textOf(piece.read(context, true), piece.raw);
        if (text === undefined) yield plain.renderTemplates(piece.alone, context, emitter);
        else emitter.write(text);
        continue;
      }
      const chosen = piece.does === 'choose' ? orNothing(piece.choose, context) : undefined;
      if (chosen) yield renderTemplates(chosen, context, emitter);
      else yield plain.renderTemplates(piece.alone, context, emitter);
      if (context.breakCalled || context.continueCalled) break;
    }
    return emitter.buffer;
  }
  return {
    renderTemplates,
    renderTemplatesToNodeStream: (...given) => plain.renderTemplatesToNodeStream(...given),
  };
}

function pieceOf(template: Template): Piece {
  const { token } = template;
  if (TypeGuards.isHTMLToken(token)) return { does: 'text', text: token.getContent() };
  if (template instanceof Output) {
    const [filter, ...more] = template.value.filters;
    // The one filter that nobody wrote is that which escapes.
    const isPlain =
      more.length === 0 && (filter?.raw === true || !template.token.content.includes('|'));
    const path = pathOf(template.value);
    if (path && isPlain) {
      const read: ReadValue = (context) => orNothing(() => context.getSync(path), context);
      return { does: 'value', read, raw: filter?.raw === true, alone: [template] };
    }
  }
  if (template instanceof IfTag || template instanceof UnlessTag) {
    return { does: 'choose', choose: chooserOf(template), alone: [template] };
  }
  return { does: 'other', alone: [template] };
}

function chooserOf(tag: IfTag | UnlessTag): Choose {
  const branches = tag.branches.map((branch) => {
    const read = readerOf(branch.value);
    const test = 'test' in branch && typeof branch.test === 'function' ? branch.test : Boolean;
    const holds = (context: Context): boolean => test(toValue(read(context, true)), context);
    return { holds, templates: branch.templates };
  });
  const otherwise = tag.elseTemplates ?? [];
  return (context) => branches.find(({ holds }) => holds(context))?.templates ?? otherwise;
}

/** Undefined where something is wrong, which liquidjs then finds too, and says. */
function orNothing<T>(work: (context: Context) => T, context: Context): T | undefined {
  try {
    return work(context);
  } catch {
    return undefined;
  }
}

export function readerOf(value: Value): ReadValue {
  const path = value.filters.length === 0 ? pathOf(value) : undefined;
  if (path === undefined) return (context, lenient) => toValueSync(value.value(context, lenient));
  const read = (context: Context) => context.getSync(path);
  return (context, lenient) => (lenient ? orNothing(read, context) : read(context));
}

/** The names of `a.b.c`; undefined for all that is not as plain. */
function pathOf({ initial: { postfix } }: Value): string[] | undefined {
  const [token, ...more] = postfix;
  if (token === undefined || more.length > 0 || !TypeGuards.isPropertyAccessToken(token)) return;
  if (token.variable !== undefined) return;
  const names = token.props.flatMap((name) => (TypeGuards.isWordToken(name) ? [name.content] : []));
  return names.length === token.props.length ? names : undefined;
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
      this.buffer += written(value);
    },
  };
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(written).join('') : String(value);
}
