/** An XML element as StratML is read: names without prefixes, text without markup, and what of it was used. */
import type { Range } from '../notes.ts';

export class XmlElement {
  /** The local name, made current: `FirstName` is GivenName here. */
  readonly name: string;
  /** As it is written, with its prefix. */
  readonly written: string;
  readonly namespace: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
  readonly at: Range;
  readonly #usedAttributes = new Set<string>();
  #used = false;

  constructor(from: Pick<XmlElement, Fields>) {
    this.name = from.name;
    this.written = from.written;
    this.namespace = from.namespace;
    this.attributes = from.attributes;
    this.children = from.children;
    this.text = from.text;
    this.at = from.at;
  }

  /** The children of a name, also those in a wrapper such as `<Goals>`; they count as used. */
  all(name: string): XmlElement[] {
    return this.children.flatMap((child) => {
      const wraps = child.name === plural(name);
      if (!wraps && child.name !== name) return [];
      child.use();
      return wraps ? child.all(name) : [child];
    });
  }

  /** The first child of one of these names. Others of the same name stay unused, and so are told as lost. */
  first(...names: string[]): XmlElement | undefined {
    const found = this.children.find((child) => names.includes(child.name));
    found?.use();
    return found;
  }

  /** An attribute's value without the space around it; undefined where it is absent. */
  attribute(name: string): string | undefined {
    this.#usedAttributes.add(name);
    return this.attributes.get(name)?.trim();
  }

  /** The text in it and in whatever is inside it, which counts as used too. */
  allText(): string {
    this.use();
    return [this.text, ...this.children.map((child) => child.allText())].join(' ');
  }

  use(): void {
    this.#used = true;
  }

  /** Whether it or something in it has text. */
  get isEmpty(): boolean {
    return this.text.trim() === '' && this.children.every((child) => child.isEmpty);
  }

  /** The topmost elements below it that nobody asked for, and the attributes. */
  unused(): { readonly elements: XmlElement[]; readonly attributes: [XmlElement, string][] } {
    const attributes = [...this.attributes.keys()].filter((one) => !this.#usedAttributes.has(one));
    const own: [XmlElement, string][] = attributes.map((name) => [this, name]);
    if (!this.#used) return { elements: [this], attributes: [] };
    const below = this.children.map((child) => child.unused());
    return {
      elements: below.flatMap(({ elements }) => elements),
      attributes: [...own, ...below.flatMap((one) => one.attributes)],
    };
  }
}

type Fields = 'name' | 'written' | 'namespace' | 'attributes' | 'children' | 'text' | 'at';

/** The name of a wrapper around elements of a name, which some writers invent. */
function plural(name: string): string {
  return `${name}s`;
}
