/** `- Name (Organization; Performer, Beneficiary): what they do` */
import type { PhrasingContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block, Stakeholder } from '../model/draft.ts';
import { blocksBelow, firstParagraph, splitAtColon } from './list-items.ts';
import { placeOf } from './markdown.ts';

const kinds: Readonly<Record<string, NonNullable<Stakeholder['kind']>>> = {
  person: 'Person',
  organization: 'Organization',
  organisation: 'Organization',
  group: 'Generic_Group',
  'generic group': 'Generic_Group',
  generic_group: 'Generic_Group',
};

const roles: Readonly<Record<string, string>> = {
  performer: 'Performer',
  beneficiary: 'Beneficiary',
};

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
  const [, plain = '', annotation] = /^(.*?)\s*\(([^()]*)\)$/su.exec(name) ?? [];
  const read = annotation === undefined ? undefined : readAnnotation(annotation);
  const rest = read === undefined ? name : plain;
  const whole = bold ? `${mdastText(first)}${rest === '' ? '' : ` ${rest}`}` : rest;
  return { roles: [], ...read, name: whole.trim(), description };
}

/** Whether a bold name may end before this text. */
function opensRest(node: PhrasingContent): boolean {
  return node.type === 'text' && /^\s*(?:\(|:|$)/u.test(node.value);
}

/** Kind and roles, or undefined where the parenthesis belongs to the name: "Council (EAPC)". */
function readAnnotation(text: string): Pick<Stakeholder, 'kind' | 'roles'> | undefined {
  const words = text
    .split(/[;,]/u)
    .map((word) => word.trim())
    .filter(Boolean);
  const known = (word: string) => word.toLowerCase() in kinds || word.toLowerCase() in roles;
  if (!text.includes(';') && !(words.length > 0 && words.every(known))) return undefined;
  const kind = words.map((word) => kinds[word.toLowerCase()]).find((one) => one !== undefined);
  return {
    ...(kind === undefined ? {} : { kind }),
    roles: words
      .filter((word) => !(word.toLowerCase() in kinds))
      .map((word) => roles[word.toLowerCase()] ?? word),
  };
}

/** Whether a name has to be written in bold, since it would be read as something else without. */
export function needsBold(name: string): boolean {
  const annotation = /\(([^()]*)\)$/su.exec(name)?.[1];
  const misread = annotation !== undefined && readAnnotation(annotation) !== undefined;
  return misread || name === '' || /:(?:\s|$)/u.test(name);
}
