/** Brings in a page of a plan's text outline: the page of a section, of a goal, or of the plan. */
import type { SourceText } from '../../model/draft.ts';
import { readAddress } from './address.ts';
import type { Imported, ImportedNode, ImportedPart, ImportedPlan } from './imported.ts';
import { excerpt, openNoteBook, type Tell } from './notes.ts';
import { type LabelledLines, layOut, type OutlineLayout } from './outline-layout.ts';
import { isPlanPage, readPlanPage } from './outline-plan.ts';
import { stakeholdersOf, withStakeholderLabel } from './outline-stakeholders.ts';
import { itemsOf, proseOf, widthOf } from './outline-text.ts';
import { namesOf, type PageNames } from './outline-title.ts';
import type { PlaceOf } from './passage.ts';
import { paragraph } from './text.ts';

/**
 * Reads one page. `url` is the address it was taken from, where that is known: it holds the identifier.
 * Never fails: where the text is no outline page, `plan` is undefined and a note says why.
 */
export function importOutline(source: SourceText, url?: string): Imported {
  const { notes, tell, placeOf } = openNoteBook(source);
  const start = { start: 0, end: 0 };
  const address = url === undefined ? undefined : readAddress(url);
  if (url !== undefined && address === undefined) {
    tell(
      'hint',
      `No identifier is taken from ${url}; it should end like "goal3-obj13-_8dff….html".`,
      start,
    );
  }
  const raw = layOut(source.text);
  if (address === undefined && isPlanPage(raw)) {
    return { plan: readPlanPage(raw, tell, placeOf), notes };
  }
  const layout = withStakeholderLabel(raw, tell);
  const names = namesOf(layout, address, tell);
  if (names === undefined || !looksLikeOutline(layout, names)) {
    tell(
      'lost',
      'This is no outline page: it has neither labels nor a numbered title. Nothing is imported.',
      start,
    );
    return { plan: undefined, notes };
  }
  return {
    plan: planAround({ id: address?.id, ...readPage(layout, names, tell, placeOf) }, names),
    notes,
  };
}

function looksLikeOutline(layout: OutlineLayout, names: PageNames): boolean {
  return layout.parts.length > 0 || layout.path !== undefined || names.sequence !== undefined;
}

/** The page's own goal or section: title, description, parts. */
function readPage(
  layout: OutlineLayout,
  names: PageNames,
  tell: Tell,
  placeOf: PlaceOf,
): ImportedNode {
  const { type, sequence, title } = names;
  const width = widthOf([...layout.lead, ...layout.parts.flatMap(({ lines }) => lines)]);
  const description = proseOf(names.description, layout.form, width).map(({ text }) =>
    paragraph(text),
  );
  const parts = layout.parts.flatMap((part) => readPart(part, layout.form, width, tell));
  for (const at of layout.repeated) {
    tell('hint', `"${at.text}" stands here a second time; it is kept as text.`, at);
  }
  if (type === 'section') tellMissing(layout, description.length > 0, names, tell);
  const lead = { heading: 'Recommendation', blocks: description, stakeholders: [] };
  return {
    sequence,
    title,
    intro: type === 'goal' ? description : [],
    parts: type === 'section' && description.length > 0 ? [lead, ...parts] : parts,
    mentioned: false,
    place: placeOf(names.at),
  };
}

/** A label and what stands beneath it, as a part; none for the list of a goal's sections. */
function readPart(
  { label, at, lines }: LabelledLines,
  form: OutlineLayout['form'],
  width: number,
  tell: Tell,
): ImportedPart[] {
  const empty = lines.every(({ text }) => text === '');
  switch (label) {
    case 'background': {
      const prose = proseOf(lines, form, width);
      for (const { text, start } of prose) tellRecommendation(text, start, tell);
      if (empty) tellEmpty('Background');
      return [part('Background', { blocks: prose.map(({ text }) => paragraph(text)) })];
    }
    case 'stakeholders':
      if (empty) tellEmpty('Stakeholders');
      return [part('Stakeholders', { stakeholders: stakeholdersOf(lines, form, width, tell) })];
    case 'indicators': {
      if (empty) tellEmpty('Indicators');
      const items = itemsOf(lines, form, width).map(({ text, rest }) => ({
        type: 'listItem' as const,
        spread: false,
        children: [text, ...rest].map((passage) => paragraph(passage.text)),
      }));
      return [
        part(
          'Indicators',
          empty ? {} : { blocks: [{ type: 'list', spread: false, children: items }] },
        ),
      ];
    }
    case 'objectives': {
      const items = itemsOf(lines, form, width).map(({ text }) => excerpt(text.text, 40));
      if (items.length > 0) {
        tell(
          'hint',
          `The goal has ${items.length} sections: ${items.join('; ')}. Import their pages to bring them in.`,
          at,
        );
      }
      return [];
    }
  }

  function tellEmpty(heading: string): void {
    const fill =
      form === 'C' && label === 'stakeholders'
        ? 'Pages of this form often lose their lists: look at the page itself.'
        : 'Fill it, or write "none: the reason" if there is nothing to say.';
    const found = `"${at.text}" has nothing beneath it; ${heading} is written as an empty part.`;
    tell('empty', `${found} ${fill}`, at);
  }
}

function part(heading: string, content: Partial<ImportedPart>): ImportedPart {
  return { heading, blocks: [], stakeholders: [], ...content };
}

function tellRecommendation(text: string, start: number, tell: Tell): void {
  const match = /\bRecommendations?:\s/u.exec(text);
  if (match === null) return;
  const at = { start: start + match.index, end: start + match.index + match[0].length };
  tell(
    'hint',
    `The background holds "${excerpt(text.slice(match.index), 40)}". It is left there; move it to the Recommendation if that is what it is.`,
    at,
  );
}

/** Tells which of a section's parts the page does not have at all. */
function tellMissing(
  layout: OutlineLayout,
  described: boolean,
  { at }: PageNames,
  tell: Tell,
): void {
  const has = (label: string) => layout.parts.some((part) => part.label === label);
  const missing = [
    ...(described ? [] : ['Recommendation']),
    ...(has('background') ? [] : ['Background']),
    ...(has('stakeholders') ? [] : ['Stakeholders']),
    ...(has('indicators') ? [] : ['Indicators']),
  ];
  for (const heading of missing) {
    tell(
      'missing',
      `The page has nothing for the part ${heading}; the section is written without it.`,
      at,
    );
  }
}

/** A plan and a goal of which only the names are known, around what the page is about. */
function planAround(node: ImportedNode, names: PageNames): ImportedPlan {
  const bare = { intro: [], parts: [], mentioned: true, place: node.place };
  const goal =
    names.type === 'goal'
      ? { ...node, type: 'goal' as const, sections: [] }
      : {
          ...bare,
          type: 'goal' as const,
          title: undefined,
          ...names.goal,
          sections: [{ ...node, type: 'section' as const }],
        };
  return { ...bare, type: 'plan', title: names.planCode, matter: {}, goals: [goal] };
}
