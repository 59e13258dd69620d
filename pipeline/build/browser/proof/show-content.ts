/** Makes the document that a tab shows another one, and touches no more of it than differs. */
import type { Page } from 'puppeteer';
import type { DomElement, DomNode } from './dom.ts';

declare const document: {
  readonly head: DomElement;
  readonly body: DomElement;
  readonly images: Iterable<{ decode(): Promise<void> }>;
  importNode(node: DomNode, deep: boolean): DomNode;
};
declare const DOMParser: new () => {
  parseFromString(
    text: string,
    type: 'text/html',
  ): { readonly head: DomElement; readonly body: DomElement };
};

/**
 * Shows `html`. Nodes that are alike stay, with what the browser knows of their layout: a new page number, or another
 * height of a space, lays out no more than the lines that move. Rows of the class `again`, which stand only on the
 * screen (`table-heads.ts`), are neither compared nor lost.
 */
export async function showContent(page: Page, html: string): Promise<void> {
  await page.evaluate(async (text) => {
    // Methods, since those who run TypeScript name other functions by a helper that is not in the tab.
    const tree = {
      isElement(node: DomNode): node is DomElement {
        return node.nodeType === 1;
      },
      /** Nodes of one kind are made like one another, rather than taken out and put in. */
      isOfKind(one: DomNode, other: DomNode): boolean {
        return (
          one.nodeName === other.nodeName &&
          one.getAttribute?.('id') === other.getAttribute?.('id') &&
          one.getAttribute?.('class') === other.getAttribute?.('class')
        );
      },
      make(shown: DomNode, wanted: DomNode): void {
        if (shown.isEqualNode(wanted)) return;
        if (tree.isElement(shown) && tree.isElement(wanted)) {
          tree.setAttributes(shown, wanted);
          tree.makeChildren(shown, wanted);
        } else shown.replaceWith(document.importNode(wanted, true));
      },
      setAttributes(shown: DomElement, wanted: DomElement): void {
        for (const { name } of [...shown.attributes]) {
          if (wanted.getAttribute(name) === null) shown.removeAttribute(name);
        }
        for (const { name, value } of wanted.attributes) {
          if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
        }
      },
      makeChildren(shown: DomElement, wanted: DomElement): void {
        const olds = [...shown.childNodes].filter(
          (node) => node.getAttribute?.('class') !== 'again',
        );
        let next = 0;
        for (const node of wanted.childNodes) {
          // Text has no name by which it could be told from other text further on.
          const end = tree.isElement(node) ? olds.length : next + 1;
          const found = olds.slice(next, end).findIndex((old) => tree.isOfKind(old, node));
          const old = found < 0 ? undefined : olds[next + found];
          if (old) {
            for (const gone of olds.slice(next, next + found)) gone.remove();
            tree.make(old, node);
            next += found + 1;
          } else shown.insertBefore(document.importNode(node, true), olds[next] ?? null);
        }
        for (const gone of olds.slice(next)) gone.remove();
      },
    };
    const wanted = new DOMParser().parseFromString(text, 'text/html');
    tree.make(document.head, wanted.head);
    tree.make(document.body, wanted.body);
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  }, html);
}
