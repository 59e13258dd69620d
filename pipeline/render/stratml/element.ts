/** Elements as they are put into the tree: in the schema's order, empty ones only where the schema wants them. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { untitled } from '../../model/plan.ts';
import { childOrder } from '../../model/stratml.ts';

/** Attributes; those that are undefined or empty are left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element around others, which are put into the order of the standard. */
export function element(
  name: string,
  children: readonly (Element | undefined)[],
  attributes: Attributes = {},
): Element {
  const order = childOrder[name] ?? [];
  const given = children.filter((child) => child !== undefined);
  given.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const written = Object.entries(attributes).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return x(name, Object.fromEntries(written), given);
}

/** An element with a text; undefined where there is none. */
export function leaf(name: string, text: string | undefined): Element | undefined {
  return text === undefined || text === '' ? undefined : x(name, text);
}

/** An element that has to be there, with or without a text. */
export function requiredLeaf(name: string, text: string): Element {
  return text === '' ? x(name) : x(name, text);
}

/** A node's name: nothing where the author gave none. */
export function nameOf({
  title,
  type,
}: {
  title: string;
  type: 'plan' | 'goal' | 'section';
}): string {
  return title === untitled(type) ? '' : title;
}
