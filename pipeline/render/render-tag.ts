/**
 * Liquid's `render`, in the two forms that templates use most. A list of things that stands on many pages is written
 * once a thing: `{% render 'html/entry' for entries as entry %}`. Values that are given by name,
 * `{% render 'html/part', part: part, level: 'h2' %}`, are read at once; liquidjs would take a dozen generators each.
 */
import { type Context, type Emitter, RenderTag, toValueSync, Value } from 'liquidjs';
import { type ReadValue, readerOf } from './quick-values.ts';

/** The form in which a partial is given one thing, and nothing else that could change what it writes. */
const forEach = /^\s*'(?<file>[^']+)'\s+for\s+(?<list>[\w.]+)\s+as\s+(?<name>\w+)\s*$/u;

/** The form in which a partial is given names or constants. */
const withValues = /^\s*'(?<file>[^']+)'(?<values>(?:\s*,\s*\w+:\s*(?:[\w.]+|'[^']*'))*)\s*$/u;
const eachValue = /(?<name>\w+):\s*(?<value>[\w.]+|'[^']*')/gu;

/**
 * Liquid's own `render`, which for the very same object gives the same text. A partial that asks for its place in the
 * list, `forloop`, is written anew each time. `textOf`: a template's text by its name.
 */
export function renderTag(textOf: (name: string) => string): typeof RenderTag {
  return class extends RenderTag {
    readonly #each: { file: string; list: Value; name: string } | undefined;
    readonly #named:
      | { file: string; values: readonly (readonly [string, ReadValue])[] }
      | undefined;
    readonly #written = new WeakMap<object, string>();

    constructor(...args: ConstructorParameters<typeof RenderTag>) {
      const [token, , liquid] = args;
      const { file = '', list = '', name = '' } = forEach.exec(token.args)?.groups ?? {};
      super(...args);
      if (file !== '' && !/\bforloop\b/u.test(textOf(file))) {
        this.#each = { file, list: new Value(list, liquid), name };
      }
      const { file: named = '', values = '' } = withValues.exec(token.args)?.groups ?? {};
      if (textOf(named) !== '') {
        const pairs = [...values.matchAll(eachValue)].map(
          ({ groups }) =>
            [groups?.['name'] ?? '', readerOf(new Value(groups?.['value'] ?? '', liquid))] as const,
        );
        this.#named = { file: named, values: pairs };
      }
    }

    /** False where liquidjs has to write it, or to say what is wrong. */
    writeNow(context: Context, emitter: Emitter): boolean {
      return this.#writeNamed(context, emitter) || this.#writeEach(context, emitter);
    }

    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      if (!this.writeNow(context, emitter)) yield* super.render(context, emitter);
    }

    #writeNamed(context: Context, emitter: Emitter): boolean {
      const given = this.#given(context);
      if (this.#named === undefined || given === undefined) return false;
      const inner = context.spawn();
      Object.assign(inner.bottom(), given);
      const templates = this.liquid.parseFileSync(this.#named.file);
      toValueSync(this.liquid.renderer.renderTemplates(templates, inner, emitter));
      return true;
    }

    #writeEach(context: Context, emitter: Emitter): boolean {
      if (this.#each === undefined) return false;
      const { file, list, name } = this.#each;
      const things = readerOf(list)(context);
      if (Array.isArray(things)) {
        for (const thing of things) emitter.write(this.#textOf(thing, file, name));
      }
      return true;
    }

    /** Undefined also where a value is not there, for liquidjs to say so. */
    #given(context: Context): Readonly<Record<string, unknown>> | undefined {
      try {
        const given = this.#named?.values.map(([name, read]) => [name, read(context)]);
        return given && Object.fromEntries(given);
      } catch {
        return undefined;
      }
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
