/** What a plan says of itself: dates, organizations, submitter, vision, mission, values. */
import type { List, RootContent } from 'mdast';
import type { Organization, PlanMatter, StratmlMatter } from '../../../model/matter.ts';
import { documentTypes, wordIn } from '../../../model/stratml.ts';
import type { ImportedPart, ImportedPlan } from '../imported.ts';
import { stakeholderList } from '../markdown.ts';
import { phrasing } from '../text.ts';
import { blocksOf, lineOf } from './leaf-text.ts';
import { childBlocks, childLine, childText, ownText, type Reading } from './reading.ts';
import { stakeholdersIn } from './stakeholders.ts';
import type { XmlElement } from './xml-element.ts';

/** Front matter, with the plan's id. */
export function planMatter(
  root: XmlElement,
  core: XmlElement,
  reading: Reading,
): ImportedPlan['matter'] & { readonly id: string | undefined } {
  const admin = root.first('AdministrativeInformation');
  const id = reading.identifierOf(admin ?? root) ?? reading.identifierOf(root);
  const lang = root.attribute('xml:lang') ?? '';
  const text = (name: string) => (admin === undefined ? '' : childLine(admin, name, reading));
  const submitters = [admin?.first('Submitter'), root.first('Submitter')];
  const [submitter] = submitters.flatMap((one) => (one === undefined || one.isEmpty ? [] : [one]));
  const organizations = core.all('Organization').flatMap((one) => organizationOf(one, reading));
  const stratml = stratmlMatter(root, core, submitter, reading);
  const sent = submitter === undefined ? {} : submitterOf(submitter, reading);
  return {
    id,
    ...given('date', admin && dayIn(admin, 'PublicationDate', reading)),
    ...given('start', admin && dayIn(admin, 'StartDate', reading)),
    ...given('end', admin && dayIn(admin, 'EndDate', reading)),
    ...given('lang', lang === '' ? undefined : lang),
    ...given('source', text('Source') || undefined),
    ...(organizations.length === 0 ? {} : { organizations }),
    ...(Object.keys(sent).length === 0 ? {} : { submitter: sent }),
    ...(Object.keys(stratml).length === 0 ? {} : { stratml }),
  };
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const made: { [P in K]?: V } = {};
  if (value !== undefined) made[key] = value;
  return made;
}

/** A day of the calendar; undefined where there is none, which is told. */
function dayIn(admin: XmlElement, name: string, reading: Reading): string | undefined {
  const text = childLine(admin, name, reading);
  const child = admin.first(name);
  if (text === '' || child === undefined) return undefined;
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*|Z|[+-]\d{2}:\d{2})?$/u.exec(text)?.[1];
  const date = day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
  const known = date !== undefined && !Number.isNaN(date.getTime());
  if (day === undefined || !known || !date.toISOString().startsWith(day)) {
    reading.tell(
      'lost',
      `"${text}" in <${name}> is no day such as 2035-01-31; it is left out.`,
      child.at,
    );
    return undefined;
  }
  if (day !== text) {
    reading.tell('repaired', `"${text}" is written as ${day}.`, child.at);
  }
  return day;
}

function organizationOf(element: XmlElement, reading: Reading): Organization[] {
  const name = childLine(element, 'Name', reading);
  const id = reading.identifierOf(element);
  const acronym = childLine(element, 'Acronym', reading);
  const description = childText(element, 'Description', reading);
  if (name === '') {
    if (acronym === '' && description === '') {
      reading.tell('empty', 'An <Organization> has no name; it is left out.', element.at);
    } else {
      const text = [acronym, description].filter((one) => one !== '').join(', ');
      reading.tell('lost', `An <Organization> has no name; "${text}" is left out.`, element.at);
    }
    return [];
  }
  return [
    {
      name,
      ...given('acronym', acronym || undefined),
      ...given('id', id),
      ...given('description', description || undefined),
    },
  ];
}

function submitterOf(element: XmlElement, reading: Reading): NonNullable<PlanMatter['submitter']> {
  const text = (name: string) => childLine(element, name, reading) || undefined;
  return {
    ...given('givenName', text('GivenName')),
    ...given('surname', text('Surname')),
    ...given('phone', text('PhoneNumber')),
    ...given('email', text('EmailAddress')),
  };
}

/** What only StratML has: the document's type, and the ids of elements that have no file of their own. */
function stratmlMatter(
  root: XmlElement,
  core: XmlElement,
  submitter: XmlElement | undefined,
  reading: Reading,
): StratmlMatter {
  const written = root.attribute('Type') ?? '';
  const type = wordIn(documentTypes, written);
  if (written !== '' && type === undefined) {
    reading.tell('lost', `"${written}" is no type of plan; it is left out.`, root.at);
  }
  const idIn = (element: XmlElement | undefined) => element && reading.identifierOf(element);
  return {
    ...given('type', type),
    ...given('vision', idIn(core.first('Vision'))),
    ...given('mission', idIn(core.first('Mission'))),
    ...given('submitter', idIn(submitter)),
  };
}

/** Vision, Mission, Values, Background, and the stakeholders of the organizations, each under its heading. */
export function planParts(root: XmlElement, core: XmlElement, reading: Reading): ImportedPart[] {
  const part = (heading: string, blocks: readonly RootContent[]): ImportedPart[] =>
    blocks.length === 0 ? [] : [{ heading, blocks, stakeholders: [] }];
  return [
    ...part('Background', childBlocks(root, 'OtherInformation', reading)),
    ...part('Vision', statement(core.first('Vision'), reading)),
    ...part('Mission', statement(core.first('Mission'), reading)),
    ...part('Values', values(core, reading)),
    ...organizationParts(core, reading),
  ];
}

/** A vision or mission: its description, or its own text. */
function statement(element: XmlElement | undefined, reading: Reading): RootContent[] {
  if (element === undefined) return [];
  if (element.children.length > 0) return childBlocks(element, 'Description', reading);
  return blocksOf(ownText(element, reading.tell), element.at, reading.tell);
}

/** Values as `- **Name**: text`. */
function values(core: XmlElement, reading: Reading): RootContent[] {
  const children = core.all('Value').flatMap((element): List['children'] => {
    const own = element.children.length === 0 ? lineOf(ownText(element, reading.tell)) : '';
    const name = childLine(element, 'Name', reading) || own;
    const description = lineOf(childText(element, 'Description', reading));
    if (name === '' && description === '') return [];
    const strong = { type: 'strong' as const, children: [{ type: 'text' as const, value: name }] };
    const between = { type: 'text' as const, value: ': ' };
    const text = description === '' ? [] : [between, ...phrasing(description)];
    const paragraph = {
      type: 'paragraph' as const,
      children: [...(name === '' ? [] : [strong]), ...text],
    };
    return [{ type: 'listItem', spread: false, children: [paragraph] }];
  });
  return children.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children }];
}

/** The stakeholders of the only organization under "Stakeholders", those of several under each one's name. */
function organizationParts(core: XmlElement, reading: Reading): ImportedPart[] {
  const all = core.all('Organization').map((element) => ({
    name: childLine(element, 'Name', reading),
    named: stakeholdersIn(element, reading).named,
  }));
  const withSome = all.filter(({ named }) => named.length > 0);
  if (withSome.length === 0) return [];
  const [only] = withSome;
  if (all.length === 1 && only !== undefined) {
    return [{ heading: 'Stakeholders', blocks: [], stakeholders: only.named }];
  }
  const blocks = withSome.flatMap(({ name, named }): RootContent[] => [
    { type: 'heading', depth: 3, children: [{ type: 'text', value: name }] },
    stakeholderList(named),
  ]);
  return [{ heading: 'Stakeholders', blocks, stakeholders: [] }];
}
