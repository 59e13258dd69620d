/** The names that a template can use, read at once: liquidjs's own context takes two generators for each. */
import { Context } from 'liquidjs';

type Scope = Parameters<Context['readProperty']>[0];

/** As liquidjs's, with `read`. */
export class QuickContext extends Context {
  /** Those above the lowest, which liquidjs has made before anything is pushed. */
  readonly #scopes: Scope[] = [];

  /** The value at `a.b.c`; undefined where one of the names is nowhere, for which liquidjs has an error. */
  read(names: readonly string[]): unknown {
    let value: Scope = this.#scopeOf(names[0] ?? '');
    for (const name of names) {
      const next: Scope | undefined = this.readProperty(value, name);
      if (next === undefined) return undefined;
      value = next;
    }
    return value;
  }

  override push(scope: object): number {
    this.#scopes.push(scope);
    return super.push(scope);
  }

  override pop(): ReturnType<Context['pop']> {
    this.#scopes.pop();
    return super.pop();
  }

  override spawn(scope: object = {}): QuickContext {
    const { opts, sync, globals, strictVariables, ownPropertyOnly } = this;
    const { renderLimit, memoryLimit, liquid } = this;
    return new QuickContext(
      scope,
      opts,
      { sync, globals, strictVariables, ownPropertyOnly },
      { renderLimit, memoryLimit, liquid },
    );
  }

  #scopeOf(name: string): Scope {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const scope = this.#scopes[at];
      if (typeof scope === 'object' && name in scope) return scope;
    }
    const lowest = this.bottom();
    if (name in lowest) return lowest;
    return name in this.environments ? this.environments : this.globals;
  }
}
