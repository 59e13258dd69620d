/** `- Name (Organization; Performer, Beneficiary): what they do` */
import type { PhrasingContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block, Stakeholder } from '../model/draft.ts';
import { readSigns, splitSigns } from '../model/stakeholder-signs.ts';
import { blocksBelow, firstParagraph, splitAtColon } from './list-items.ts';
import { placeOf } from './markdown.ts';

/** The stakeholders in the lists among these blocks. */
export function readStakeholders(path: string, blocks: readonly Block[]): Stakeholder[] {
  return blocks
    .flatMap((block) => (block.type === 'list' ? block.children : []))
    .map((item) => ({
      ...readHead(firstParagraph(item)),
      blocks: blocksBelow(item),
      place: placeOf(path, item),
    }));
}

/** Name, kind, roles and what they do. What begins in `**bold**` and ends there is the name, whatever signs are in it. */
function readHead(content: readonly PhrasingContent[]): Omit<Stakeholder, 'blocks' | 'place'> {
  const [first, second] = content;
  const bold = first?.type === 'strong' && (second === undefined || opensRest(second));
  const { name, description } = splitAtColon(bold ? content.slice(1) : content);
  const { name: plain, ...signs } = splitSigns(name);
  const whole = bold ? `${mdastText(first)} ${plain}` : plain;
  return { ...signs, name: whole.trim(), description };
}

/** Whether a bold name may end before this text. */
function opensRest(node: PhrasingContent): boolean {
  return node.type === 'text' && /^\s*(?:\(|:|$)/u.test(node.value);
}

/** Whether a name has to be written in bold, since it would be read as something else without. */
export function needsBold(name: string): boolean {
  const inside = /\(([^()]*)\)$/su.exec(name)?.[1];
  const misread = inside !== undefined && readSigns(inside) !== undefined;
  return misread || name === '' || /:(?:\s|$)/u.test(name);
}
