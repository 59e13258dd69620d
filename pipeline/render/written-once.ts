/** A list of things that stands on many pages, written once a thing: `{% render 'html/entry' for entries as entry %}`. */
import { type Context, type Emitter, RenderTag, Value } from 'liquidjs';

/** The form in which a partial is given one thing, and nothing else that could change what it writes. */
const forEach = /^\s*'(?<file>[^']+)'\s+for\s+(?<list>[\w.]+)\s+as\s+(?<name>\w+)\s*$/u;

/**
 * Liquid's own `render`, which for the very same object gives the same text. A partial that asks for its place in the
 * list, `forloop`, is written anew each time. `textOf`: a template's text by its name.
 */
export function renderTag(textOf: (name: string) => string): typeof RenderTag {
  return class extends RenderTag {
    readonly #each: { file: string; list: Value; name: string } | undefined;
    readonly #written = new WeakMap<object, string>();

    constructor(...args: ConstructorParameters<typeof RenderTag>) {
      const [token, , liquid] = args;
      const { file = '', list = '', name = '' } = forEach.exec(token.args)?.groups ?? {};
      super(...args);
      if (file !== '' && !/\bforloop\b/u.test(textOf(file))) {
        this.#each = { file, list: new Value(list, liquid), name };
      }
    }

    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      if (this.#each === undefined) {
        yield* super.render(context, emitter);
        return;
      }
      const { file, list, name } = this.#each;
      const things = yield* list.value(context);
      if (!Array.isArray(things)) return;
      for (const thing of things) emitter.write(this.#textOf(thing, file, name));
    }

    #textOf(thing: unknown, file: string, name: string): string {
      const key = typeof thing === 'object' && thing !== null ? thing : undefined;
      const known = key && this.#written.get(key);
      if (known !== undefined) return known;
      const text = String(this.liquid.renderFileSync(file, { [name]: thing }));
      if (key) this.#written.set(key, text);
      return text;
    }
  };
}
