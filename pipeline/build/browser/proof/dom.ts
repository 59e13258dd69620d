/** What the browser offers where the functions of this folder run: each of them is sent there as text, by itself. */

export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DomNode {
  readonly nodeName: string;
  /** 1 for an element (DOM, 4.4). */
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  insertBefore(node: DomNode, before: DomNode | null): void;
  isEqualNode(other: DomNode): boolean;
  remove(): void;
  replaceWith(other: DomNode): void;
  getAttribute?(name: string): string | null;
}

export interface DomElement extends DomNode {
  readonly parentElement: DomElement | null;
  readonly children: Iterable<DomElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly firstElementChild: DomElement | null;
  /** In lengths of its own, which its zoom makes larger or smaller. */
  readonly scrollWidth: number;
  readonly currentCSSZoom: number;
  append(node: DomElement): void;
  before(node: DomElement): void;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  getClientRects(): Iterable<Rect>;
  querySelectorAll(selector: string): Iterable<DomElement>;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
}
