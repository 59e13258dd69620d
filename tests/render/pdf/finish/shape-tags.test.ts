import { PDFName, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { TagKid, TagNode } from '../../../../pipeline/pdf/tag-tree.ts';
import { shapeTags, type TagContent } from '../../../../pipeline/render/pdf/finish/shape-tags.ts';

/** Pages 1 and 2; marks below 100 show text, those above something drawn, 0 nothing. */
const pages = [PDFRef.of(1), PDFRef.of(2)] as const;
const mark = (mcid: number, page: 0 | 1 = 0): TagKid => ({
  kind: 'marked',
  page: pages[page],
  mcid,
});
const link = (object: number): TagKid => ({
  kind: 'object',
  page: pages[0],
  object: PDFRef.of(object),
});

function node(type: string, kids: readonly TagKid[], rest: Partial<TagNode> = {}): TagNode {
  return { kind: 'node', type, kids, attributes: new Map(), ...rest };
}

const text = (mcid: number, page: 0 | 1 = 0) => node('NonStruct', [mark(mcid, page)]);

const content: TagContent = {
  shows: (kid) => {
    if (kid.kind !== 'marked' || kid.mcid === 0) return 'nothing';
    return kid.mcid < 100 ? 'text' : 'drawing';
  },
  noteOf: (kid) => (kid.kind === 'object' && kid.object === PDFRef.of(50) ? 'n1' : undefined),
  feet: ['n1', 'n2'],
  boxAround: (kids) => (kids.length > 0 ? PDFName.of('Box') : undefined),
  figureLabel: 'Figure',
  lang: 'en',
};

function shape(...kids: TagKid[]): string {
  const tree = shapeTags([node('Document', kids)], content);
  return tree.kids.map(written).join(' ');
}

function written(kid: TagKid): string {
  if (kid.kind === 'marked') return String(kid.mcid);
  if (kid.kind === 'object') return 'OBJR';
  const said = [kid.lang, kid.alt, kid.actualText].flatMap((one) => one ?? []).join(',');
  return `${kid.type}${said && `{${said}}`}(${kid.kids.map(written).join(' ')})`;
}

describe('the tree', () => {
  test.each<[string, readonly TagKid[], string]>([
    ['text in a paragraph stands in it', [node('P', [text(1), text(2)])], 'P(1 2)'],
    [
      'boxes go, their text becomes a paragraph',
      [node('NonStruct', [text(1), node('P', [text(2)])])],
      'P(1) P(2)',
    ],
    [
      'borders are no content',
      [
        node('P', [mark(101), text(1)]),
        node('Table', [mark(102), node('TR', [node('TD', [text(2)])])]),
      ],
      'P(1) Table(TR(TD(2)))',
    ],
    [
      'empty elements go, empty cells stay',
      [
        node('P', [mark(0)]),
        node('Table', [node('TR', [node('TD', [mark(0)]), node('TD', [text(1)])])]),
      ],
      'Table(TR(TD() TD(1)))',
    ],
    [
      'a note at a page’s foot stands behind the block that calls it; one that nothing calls stays',
      [
        node(
          'NonStruct',
          [
            node(
              'NonStruct',
              [
                node('NonStruct', [text(8)], { lang: 'en-x-note' }),
                node('NonStruct', [text(9)], { lang: 'en-x-note' }),
              ],
              { lang: 'en-x-foot' },
            ),
            node('P', [text(1)]),
            node('P', [node('Link', [text(2), link(50)]), node('Link', [text(3), link(50)])]),
            node('P', [text(4)]),
          ],
          { lang: 'en-x-sect' },
        ),
      ],
      'Sect(Note(9) P(1) P(Reference(Link(2 OBJR)) Reference(Link(3 OBJR))) Note(8) P(4))',
    ],
    [
      'roles come from the templates',
      [node('NonStruct', [node('H2', [text(1)])], { lang: 'en-x-sect' })],
      'Sect(H2(1))',
    ],
    [
      'and languages stay, where they are not the same',
      [
        node('NonStruct', [node('P', [node('Em', [text(1)], { lang: 'en-GB-x-span' })])], {
          lang: 'fr-x-sect',
        }),
      ],
      'Sect{fr}(P(Span{en-GB}(1)))',
    ],
    [
      'items have bodies',
      [
        node('L', [
          node('LI', [node('Lbl', [mark(1)]), text(2), node('L', [node('LI', [text(3)])])]),
        ]),
      ],
      'L(LI(Lbl(1) LBody(2 L(LI(LBody(3))))))',
    ],
    [
      'a drawn bullet is one',
      [node('L', [node('LI', [node('Lbl', [mark(101)]), text(2)])])],
      'L(LI(Lbl{•}(101) LBody(2)))',
    ],
    [
      'a call of a note is a reference',
      [node('P', [node('Link', [text(1), link(50)])])],
      'P(Reference(Link(1 OBJR)))',
    ],
    ['another link is none', [node('P', [node('Link', [text(1), link(51)])])], 'P(Link(1 OBJR))'],
    ['what leads nowhere is no link', [node('P', [node('Link', [text(1)])])], 'P(Span(1))'],
    [
      'contents are references',
      [
        node('L', [node('LI', [node('Link', [text(1), link(51)])], { lang: 'en-x-toci' })], {
          lang: 'en-x-toc',
        }),
      ],
      'TOC(TOCI(Reference(Link(1 OBJR))))',
    ],
    [
      'notes stand by themselves',
      [
        node(
          'L',
          [node('LI', [node('Lbl', [mark(1)]), node('P', [text(2)])], { lang: 'en-x-note' })],
          { lang: 'en-x-notes' },
        ),
      ],
      'Note(Lbl(1) P(2))',
    ],
    [
      'a figure around a figure is a group',
      [node('Figure', [node('Figure', [mark(101)], { alt: 'A map' }), node('Caption', [text(1)])])],
      'Div(Figure{A map}(101) Caption(1))',
    ],
    ['a picture without words gets some', [node('Figure', [mark(101)])], 'Figure{Figure}(101)'],
  ])('%s', (_, kids, expected) => {
    expect(shape(...kids)).toBe(expected);
  });

  test('the head of a table is read once', () => {
    const scope = new Map([['Table', new Map([['Scope', PDFName.of('Column')]])]]);
    const head = node('TH', [node('NonStruct', [mark(1), mark(1, 1)])], { attributes: scope });
    const row = node('TR', [node('TD', [text(2, 1)])]);
    expect(shape(node('Table', [node('TR', [head]), row]))).toBe('Table(TR(TH(1)) TR(TD(2)))');
  });

  test('a picture says where it is', () => {
    const tree = shapeTags([node('Figure', [mark(101)], { alt: 'A map' })], content);
    const [figure] = tree.kids;
    expect(figure?.kind === 'node' && figure.attributes.get('Layout')).toEqual(
      new Map([['BBox', PDFName.of('Box')]]),
    );
  });
});
