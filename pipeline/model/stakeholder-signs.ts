/** What stands in brackets after a stakeholder's name: `NATO (Organization; Performer, Beneficiary)`. */
import type { Stakeholder } from './draft.ts';

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

/** Kind and roles, or undefined where the brackets belong to the name: "Council (EAPC)". */
export function readSigns(text: string): Pick<Stakeholder, 'kind' | 'roles'> | undefined {
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

/** A name and what is said in the brackets at its end; all of it a name where those belong to it. */
export function splitSigns(text: string): Pick<Stakeholder, 'name' | 'kind' | 'roles'> {
  const [, name = '', inside] = /^(.*?)(?<!\s)\s*\(([^()]*)\)$/su.exec(text) ?? [];
  const read = inside === undefined ? undefined : readSigns(inside);
  return read === undefined ? { name: text, roles: [] } : { ...read, name };
}
