/** `- Name (Organization; Performer, Beneficiary): what they do` */
import type { Block, Stakeholder } from '../model/draft.ts';
import { splitItem } from './list-items.ts';
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
    .map((item) => {
      const { name, description, blocks: below } = splitItem(item);
      const [, plain, annotation] = /^(.*\S)\s*\(([^()]*)\)$/su.exec(name) ?? [];
      const read = annotation === undefined ? undefined : readAnnotation(annotation);
      return {
        ...(read ? { ...read, name: plain ?? name } : { name, roles: [] }),
        description,
        blocks: below,
        place: placeOf(path, item),
      };
    });
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
