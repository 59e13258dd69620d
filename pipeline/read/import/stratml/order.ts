/** Tells where elements stand in another order than the schemas want: what is written from the plan has theirs. */
import { childOrder } from '../../../model/stratml.ts';
import type { Tell } from '../notes.ts';
import type { XmlElement } from './xml-element.ts';

export function tellOrder(element: XmlElement, tell: Tell): void {
  const order = childOrder[element.name] ?? [];
  const places = element.children.map((child) => order.indexOf(child.name));
  let highest = -1;
  const late = element.children.find((_, index) => {
    const at = places[index] ?? -1;
    highest = Math.max(highest, at);
    return at !== -1 && at < highest;
  });
  if (late !== undefined) {
    tell(
      'repaired',
      `The elements in <${element.name}> stand in another order than the standard's, from <${late.name}> on; the standard's order is used.`,
      late.at,
    );
  }
  for (const child of element.children) tellOrder(child, tell);
}
