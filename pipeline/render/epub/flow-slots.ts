/** Flows that a template places without seeing them: writing them out as HTML and parsing that again took half of a book's time. */
import type { Element, Root } from 'hast';
import type { Flow } from '../../model/resolved.ts';

/** One for a book. A template prints what `hold` gives; `fill` puts the flow there when its output is a tree. */
export class FlowSlots {
  readonly #flows: (() => Flow)[] = [];

  /** `flow` is made anew for each place that shows it. */
  hold(flow: () => Flow): string {
    this.#flows.push(flow);
    return `<!--flow ${this.#flows.length - 1}-->`;
  }

  fill(node: Root | Element): void {
    for (let at = 0; at < node.children.length; at++) {
      const child = node.children[at];
      if (child?.type === 'element') this.fill(child);
      const flow = child?.type === 'comment' ? this.#held(child.value) : undefined;
      if (flow === undefined) continue;
      const shown = flow().children.filter((one) => one.type !== 'doctype');
      node.children.splice(at, 1, ...shown);
      at += shown.length - 1;
    }
  }

  #held(comment: string): (() => Flow) | undefined {
    const [, number] = /^flow (\d+)$/u.exec(comment) ?? [];
    return number === undefined ? undefined : this.#flows[Number(number)];
  }
}
