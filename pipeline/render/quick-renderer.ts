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
      readonly path: string[];
      readonly raw: boolean;
      readonly alone: Alone;
    }
  | { readonly does: 'choose'; readonly tag: IfTag | UnlessTag; readonly alone: Alone }
  | { readonly does: 'other'; readonly alone: Alone };

/** The piece as liquidjs takes it. */
type Alone = [Template];

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
        const text = textOf(valueAt(piece.path, context), piece.raw);
        if (text === undefined) yield plain.renderTemplates(piece.alone, context, emitter);
        else emitter.write(text);
        continue;
      }
      const chosen = piece.does === 'choose' ? chosenIn(piece.tag, context) : undefined;
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
    const path = pathOf(template.value);
    const [filter, ...more] = template.value.filters;
    // The one filter that nobody wrote is that which escapes.
    const isPlain =
      more.length === 0 && (filter?.raw === true || !template.token.content.includes('|'));
    if (path && isPlain) {
      return { does: 'value', path, raw: filter?.raw === true, alone: [template] };
    }
  }
  if (template instanceof IfTag || template instanceof UnlessTag) {
    return { does: 'choose', tag: template, alone: [template] };
  }
  return { does: 'other', alone: [template] };
}

/** The branch of a condition that is to be written; undefined where liquidjs shall say what is wrong with it. */
function chosenIn(tag: IfTag | UnlessTag, context: Context): Template[] | undefined {
  try {
    const is = (value: Value) => toValue(valueNow(value, context, true));
    const chosen =
      tag instanceof UnlessTag
        ? tag.branches.find(({ value, test }) => test(is(value), context))
        : tag.branches.find(({ value }) => Boolean(is(value)));
    return chosen?.templates ?? tag.elseTemplates ?? [];
  } catch {
    return undefined;
  }
}

/**
 * What a value is now. Where a name is not among the values, it is undefined for the `lenient`, and else raises an
 * error of liquidjs.
 */
export function valueNow(value: Value, context: Context, lenient = false): unknown {
  const path = value.filters.length === 0 ? pathOf(value) : undefined;
  if (path === undefined) return toValueSync(value.value(context, lenient));
  return lenient ? valueAt(path, context) : context.getSync(path);
}

const paths = new WeakMap<Value, { readonly path: string[] | undefined }>();

/** The names of `a.b.c`; undefined for all that is not as plain. */
function pathOf(value: Value): string[] | undefined {
  const known = paths.get(value);
  if (known !== undefined) return known.path;
  const path = plainPath(value);
  paths.set(value, { path });
  return path;
}

function plainPath({ initial: { postfix } }: Value): string[] | undefined {
  const [token, ...more] = postfix;
  if (token === undefined || more.length > 0 || !TypeGuards.isPropertyAccessToken(token)) return;
  if (token.variable !== undefined) return;
  const names = token.props.flatMap((name) => (TypeGuards.isWordToken(name) ? [name.content] : []));
  return names.length === token.props.length ? names : undefined;
}

/** Undefined where a name is not among the values, which liquidjs then finds too, and says. */
function valueAt(path: string[], context: Context): unknown {
  try {
    return context.getSync(path);
  } catch {
    return undefined;
  }
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
