/** Makes the document that a tab shows another one, and touches no more of it than differs. */
import type { Page } from 'puppeteer';
import type { DomElement, DomNode } from './dom.ts';
import type { SentLines } from './sent-lines.ts';

declare const document: {
  readonly head: DomElement;
  readonly body: DomElement;
  readonly images: Iterable<{ decode(): Promise<void> }>;
  importNode(node: DomNode, deep: boolean): DomNode;
};
declare const window: { lines?: string[] };
declare const DOMParser: new () => {
  parseFromString(
    text: string,
    type: 'text/html',
  ): { readonly head: DomElement; readonly body: DomElement };
};

/**
 * Shows `html` in a tab. It is sent only the lines that it has not had yet, since the way there is slow. Nodes that are
 * alike stay, with what the browser knows of their layout: a new page number, or another height of a space, lays out no
 * more than the lines that move. Rows of the class `again`, which stand only on the screen (`table-heads.ts`), are
 * neither compared nor lost.
 */
export async function showContent(page: Page, sent: SentLines, html: string): Promise<void> {
  const { lines, runs } = sent.send(html);
  await page.evaluate(
    async (newLines, allRuns) => {
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
        /** Whether anything was changed. */
        make(shown: DomNode, wanted: DomNode): boolean {
          if (shown.isEqualNode(wanted)) return false;
          if (!tree.isElement(shown) || !tree.isElement(wanted)) {
            shown.replaceWith(document.importNode(wanted, true));
            return true;
          }
          const isOther = tree.setAttributes(shown, wanted);
          const hasOther = tree.makeChildren(shown, wanted);
          if (hasOther && shown.parentElement === document.body) tree.closeRooms(shown);
          return isOther || hasOther;
        },
        /** Room for heads of tables stays only in chapters that stay: it would hold rows where they no longer belong. */
        closeRooms(chapter: DomElement): void {
          for (const row of chapter.querySelectorAll('tr.again')) row.remove();
        },
        setAttributes(shown: DomElement, wanted: DomElement): boolean {
          const gone = [...shown.attributes].filter(
            ({ name }) => wanted.getAttribute(name) === null,
          );
          const come = [...wanted.attributes].filter(
            ({ name, value }) => shown.getAttribute(name) !== value,
          );
          for (const { name } of gone) shown.removeAttribute(name);
          for (const { name, value } of come) shown.setAttribute(name, value);
          return gone.length + come.length > 0;
        },
        makeChildren(shown: DomElement, wanted: DomElement): boolean {
          const olds = [...shown.childNodes].filter(
            (node) => node.getAttribute?.('class') !== 'again',
          );
          let next = 0;
          let isOther = false;
          for (const node of wanted.childNodes) {
            // Text has no name by which it could be told from other text further on.
            const end = tree.isElement(node) ? olds.length : next + 1;
            const found = olds.slice(next, end).findIndex((old) => tree.isOfKind(old, node));
            const old = found < 0 ? undefined : olds[next + found];
            if (old) {
              for (const gone of olds.slice(next, next + found)) gone.remove();
              if (tree.make(old, node) || found > 0) isOther = true;
              next += found + 1;
            } else {
              shown.insertBefore(document.importNode(node, true), olds[next] ?? null);
              isOther = true;
            }
          }
          for (const gone of olds.slice(next)) gone.remove();
          return isOther || next < olds.length;
        },
      };
      const had = window.lines ?? [];
      for (const one of newLines) had.push(one);
      window.lines = had;
      const text = allRuns.flatMap(([from, to]) => had.slice(from, to)).join('\n');
      const wanted = new DOMParser().parseFromString(text, 'text/html');
      tree.make(document.head, wanted.head);
      tree.make(document.body, wanted.body);
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    },
    lines,
    runs,
  );
}
