/**
 * Reads the outline page of a plan itself. It has hardly a label: a line of dates; two paragraphs, description and
 * other information; "Name:" once for the submitter, once for each organization, whose description and
 * stakeholders follow.
 */
import type { Organization, PlanMatter } from '../../model/matter.ts';
import type { ImportedPart, ImportedPlan } from './imported.ts';
import { excerpt, type Tell } from './notes.ts';
import type { OutlineLayout } from './outline-layout.ts';
import { stakeholdersOf } from './outline-stakeholders.ts';
import { isBulleted, proseOf, widthOf } from './outline-text.ts';
import type { Passage, PlaceOf } from './passage.ts';
import { paragraph } from './text.ts';

/** "Name:Owen Ambur", "Start: 2010-04-07, Publication: 2010-04-25". */
const field =
  /^(Start|End|Publication|Source|Submitter|Organization|Name|Acronym|Given name|Surname|Phone Number|Email Address|Vision|Mission):\s*(.*)$/u;

const dates = /^(?:(?:Start|End|Publication):[^,]*(?:,\s*|$))+$/u;

/** Whether a page is the plan's: it has a line of dates, or names a submitter or an organization. */
export function isPlanPage(layout: OutlineLayout): boolean {
  return (
    layout.lead.some(({ text }) => dates.test(text) || /^Name:/u.test(text)) ||
    (layout.path !== undefined && /^Documents\/[^/]+$/u.test(layout.path.text))
  );
}

/** What is filled while the lines are gone through. */
interface PlanFields {
  readonly matter: { -readonly [K in 'start' | 'end' | 'date' | 'source']?: string };
  readonly submitter: { -readonly [K in keyof NonNullable<PlanMatter['submitter']>]?: string };
  readonly organizations: { -readonly [K in keyof Organization]: Organization[K] }[];
  readonly prose: Passage[];
  readonly vision: Passage[];
  readonly mission: Passage[];
  readonly stakeholders: Passage[];
}

/** Reads the page; what it cannot be sure of is told as a guess. */
export function readPlanPage(layout: OutlineLayout, tell: Tell, placeOf: PlaceOf): ImportedPlan {
  const [title, ...lines] = layout.lead.filter(({ text }, index) => text !== '' || index > 0);
  const width = widthOf(layout.lead);
  const fields = readFields(lines, tell);
  const labelled = (label: string) =>
    layout.parts.find((part) => part.label === label)?.lines ?? [];
  const paragraphs = (passages: readonly Passage[]) => proseOf(passages, layout.form, width);

  const [description, ...rest] = paragraphs(fields.prose);
  const background = [...rest, ...paragraphs(labelled('background'))];
  if (rest[0] !== undefined) {
    tell(
      'guessed',
      'The page has no labels; its first paragraph is read as the description, what follows as the background.',
      rest[0],
    );
  }
  const people = [...fields.stakeholders, ...labelled('stakeholders')];
  const stakeholders = stakeholdersOf(people, layout.form, width, tell);
  const textPart = (heading: string, passages: readonly Passage[]): ImportedPart[] => {
    const blocks = paragraphs(passages).map(({ text }) => paragraph(text));
    return blocks.length === 0 ? [] : [{ heading, blocks, stakeholders: [] }];
  };
  const parts: ImportedPart[] = [
    ...textPart('Vision', fields.vision),
    ...textPart('Mission', fields.mission),
    ...textPart('Background', background),
    ...(stakeholders.length === 0 ? [] : [{ heading: 'Stakeholders', blocks: [], stakeholders }]),
  ];
  return {
    type: 'plan',
    title: title?.text,
    matter: matterOf(fields),
    intro: description === undefined ? [] : [paragraph(description.text)],
    parts,
    mentioned: false,
    goals: [],
    place: placeOf(title ?? { start: 0, end: 0 }),
  };
}

function matterOf({ matter, submitter, organizations }: PlanFields): ImportedPlan['matter'] {
  return {
    ...matter,
    ...(organizations.length === 0 ? {} : { organizations }),
    ...(Object.keys(submitter).length === 0 ? {} : { submitter }),
  };
}

/** Goes through the lines after the title; a bare "Name:" is the submitter's where another one follows. */
function readFields(lines: readonly Passage[], tell: Tell): PlanFields {
  const fields: PlanFields = {
    matter: {},
    submitter: {},
    organizations: [],
    prose: [],
    vision: [],
    mission: [],
    stakeholders: [],
  };
  const names = lines.filter(({ text }) => /^Name:/u.test(text));
  let into: Passage[] | undefined = fields.prose;
  let holder: 'submitter' | 'organization' | undefined;
  for (const line of lines) {
    const [, key, value = ''] = field.exec(line.text) ?? [];
    if (dates.test(line.text)) readDates(line, fields, tell);
    else if (key === undefined) take(line);
    else takeField(key, value, line);
  }
  return fields;

  function take(line: Passage): void {
    const organization = fields.organizations.at(-1);
    if (isBulleted(line)) into = fields.stakeholders;
    if (into !== undefined) into.push(line);
    else if (line.text !== '' && holder === 'organization' && organization !== undefined) {
      const before = organization.description;
      organization.description = before === undefined ? line.text : `${before} ${line.text}`;
    } else if (line.text !== '') {
      tell(
        'lost',
        `"${excerpt(line.text)}" belongs to no field of a plan that is known here.`,
        line,
      );
    }
  }

  function takeField(key: string, value: string, line: Passage): void {
    into = undefined;
    switch (key) {
      case 'Vision':
      case 'Mission':
        into = key === 'Vision' ? fields.vision : fields.mission;
        if (value !== '') into.push({ ...line, text: value });
        return;
      case 'Submitter':
      case 'Organization':
        holder = key === 'Submitter' ? 'submitter' : 'organization';
        if (value !== '') takeName(value, line);
        return;
      case 'Name':
        holder ??= names.length > 1 && line === names[0] ? 'submitter' : 'organization';
        if (line !== names[0]) holder = 'organization';
        takeName(value, line);
        return;
      case 'Source':
        fields.matter.source = value;
        return;
      case 'Acronym': {
        const organization = fields.organizations.at(-1);
        if (organization !== undefined) organization.acronym = value;
        return;
      }
      case 'Given name':
        fields.submitter.givenName = value;
        return;
      case 'Surname':
        fields.submitter.surname = value;
        return;
      case 'Phone Number':
        fields.submitter.phone = value;
        return;
      case 'Email Address':
        fields.submitter.email = value;
        return;
    }
  }

  function takeName(name: string, line: Passage): void {
    if (name === '') {
      tell('empty', '"Name:" has nothing after it.', line);
    } else if (holder === 'organization') {
      fields.organizations.push({ name });
      tell('guessed', `"${name}" is read as the organization behind the plan.`, line);
    } else {
      const [, givenName = '', surname = name] = /^(.*)\s(\S+)$/u.exec(name) ?? [];
      if (givenName !== '') fields.submitter.givenName = givenName;
      fields.submitter.surname = surname;
      tell(
        'guessed',
        `"${name}" is read as who submitted the plan, with the surname ${surname}.`,
        line,
      );
    }
  }
}

const dateKeys = { Start: 'start', End: 'end', Publication: 'date' } as const;

function readDates(line: Passage, { matter }: PlanFields, tell: Tell): void {
  for (const [, key, value = ''] of line.text.matchAll(/(Start|End|Publication):\s*([^,]*)/gu)) {
    if (!/^\d{4}-\d\d-\d\d$/u.test(value)) {
      tell('lost', `"${value}" is no full date; write it into plan.md as year-month-day.`, line);
    } else if (key === 'Start' || key === 'End' || key === 'Publication') {
      matter[dateKeys[key]] = value;
    }
  }
}
