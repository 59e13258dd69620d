/** The structure tree: types, parents, headings, notes, pictures (ISO 14289-1, 7.1 to 7.9). */
import { PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf } from '../../../pdf/lookup.ts';
import type { TagKid, TagNode } from '../../../pdf/tag-tree.ts';
import type { Clause, Fault } from '../clause.ts';
import type { PdfFile } from '../pdf-file.ts';

/** ISO 32000-1, 14.8.4. */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

export const structureClauses: readonly Clause[] = [
  {
    id: '7.1-5',
    *check({ elements, typeOf }) {
      const foreign = new Set(
        elements.filter((node) => !standard.has(typeOf(node))).map(({ type }) => type),
      );
      for (const type of foreign) {
        yield { message: `"${type}" is no standard type, and the role map leads it to none.` };
      }
    },
  },
  { id: '7.1-12', check: wrongParents },
  {
    id: '7.3-1',
    *check({ elements, typeOf }) {
      for (const node of elements) {
        if (typeOf(node) === 'Figure' && !hasWords(node)) {
          yield { message: 'A picture has no words in its place (Alt).' };
        }
      }
    },
  },
  { id: '7.4.2-1', check: skippedHeadings },
  {
    id: '7.7-1',
    *check({ elements, typeOf }) {
      for (const node of elements) {
        if (typeOf(node) === 'Formula' && !hasWords(node)) {
          yield { message: 'A formula has no words in its place (Alt).' };
        }
      }
    },
  },
  {
    id: '7.9-1',
    *check({ elements, typeOf }) {
      for (const node of elements) {
        if (typeOf(node) === 'Note' && !node.id) yield { message: 'A note has no id.' };
      }
    },
  },
  {
    id: '7.9-2',
    *check({ elements, typeOf }) {
      const ids = new Set<string>();
      for (const node of elements) {
        if (typeOf(node) !== 'Note' || node.id === undefined) continue;
        if (ids.has(node.id)) yield { message: `Two notes have the id "${node.id}".` };
        ids.add(node.id);
      }
    },
  },
  ...containment(),
];

function hasWords({ alt, actualText }: TagNode): boolean {
  return Boolean(alt?.trim()) || Boolean(actualText?.trim());
}

/** Headings go down one level at a time, and the first is of level 1. */
function* skippedHeadings({ elements, typeOf }: PdfFile): Generator<Fault> {
  let before = 0;
  for (const node of elements) {
    const level = Number(/^H([1-6])$/u.exec(typeOf(node))?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1) {
      yield {
        message:
          before === 0
            ? `The first heading is of level ${level}.`
            : `A heading of level ${level} follows one of level ${before}.`,
      };
    }
    before = level;
  }
}

/** Each element names the one that holds it. */
function* wrongParents({ context, treeRoot }: PdfFile): Generator<Fault> {
  const seen = new Set<PDFObject>();
  const open: { readonly kid: PDFObject | undefined; readonly parent: PDFDict }[] = [];
  const push = (parent: PDFDict) => {
    const value = entry(parent, 'K');
    const items = itemsOf(context, value);
    for (const kid of items.length > 0 ? items : [value]) open.push({ kid, parent });
  };
  if (treeRoot) push(treeRoot);
  for (let next = open.pop(); next; next = open.pop()) {
    const dict = dictOf(context, next.kid);
    if (!(dict instanceof PDFDict) || seen.has(dict) || !entry(dict, 'S')) continue;
    seen.add(dict);
    const parent = entry(dict, 'P');
    if (!(parent instanceof PDFRef) || dictOf(context, parent) !== next.parent) {
      yield {
        message: `A ${nameOf(context, entry(dict, 'S'))} does not name the element that holds it.`,
      };
    }
    push(dict);
  }
}

/** Which types may stand in which (ISO 32000-1, tables 336 and 337). */
function containment(): readonly Clause[] {
  const only = (id: string, type: string, kids: readonly string[]): Clause => ({
    id,
    *check({ elements, typeOf }) {
      for (const node of elements) {
        if (typeOf(node) !== type) continue;
        const wrong = node.kids.find((kid) => kid.kind === 'node' && !kids.includes(typeOf(kid)));
        if (wrong) yield { message: `A ${type} holds ${named(wrong)}.` };
      }
    },
  });
  const within = (id: string, type: string, holders: readonly string[]): Clause => ({
    id,
    *check({ tree, elements, typeOf }) {
      const lost = [
        ...tree.filter((node) => typeOf(node) === type),
        ...elements
          .filter((node) => !holders.includes(typeOf(node)))
          .flatMap(({ kids }) => kids.filter((kid) => kid.kind === 'node' && typeOf(kid) === type)),
      ];
      for (const _ of lost) yield { message: `A ${type} stands outside of ${holders.join(', ')}.` };
    },
  });
  return [
    only('7.2-3', 'Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']),
    within('7.2-4', 'TR', ['Table', 'THead', 'TBody', 'TFoot']),
    within('7.2-8', 'TH', ['TR']),
    within('7.2-9', 'TD', ['TR']),
    only('7.2-10', 'TR', ['TH', 'TD']),
    within('7.2-17', 'LI', ['L']),
    within('7.2-18', 'LBody', ['LI']),
    only('7.2-19', 'L', ['L', 'LI', 'Caption']),
    only('7.2-20', 'LI', ['Lbl', 'LBody']),
    within('7.2-26', 'TOCI', ['TOC']),
    only('7.2-27', 'TOC', ['TOC', 'TOCI', 'Caption']),
    only('7.2-36', 'THead', ['TR']),
  ];
}

function named(kid: TagKid): string {
  return kid.kind === 'node' ? `a ${kid.type}` : 'content of its own';
}
