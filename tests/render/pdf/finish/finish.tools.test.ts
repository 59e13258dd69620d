/** The finished print: what a screen reader, a search and a second build find in it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { pdfEdition } from '../../../../pipeline/render/pdf/edition.ts';
import { browserForTests } from '../../../support/browser.ts';
import { editionContext } from '../../../support/edition-context.ts';
import { type OpenedPdf, openPdf } from '../../../support/opened-pdf.ts';
import { poppler } from '../../../support/poppler.ts';
import { flow, goal, part, section } from '../../../support/resolved.ts';
import { samplePlan, sentences } from '../sample.ts';

const { printer } = browserForTests();

async function build(change: Parameters<typeof samplePlan>[0] = {}): Promise<Uint8Array> {
  const plan = samplePlan(change);
  const made = await pdfEdition.render(plan, await editionContext('en', { printer }));
  return made.artifacts[0]?.bytes ?? new Uint8Array();
}

describe('the sample plan', () => {
  let pdf: Uint8Array;
  let opened: OpenedPdf;
  const types = () => opened.elements.map(({ type }) => type);
  const ofType = (type: string) => opened.elements.filter((one) => one.type === type);

  beforeAll(async () => {
    pdf = await build({ subjects: ['heat', 'water'] });
    opened = await openPdf(pdf);
  });

  test('has the same bytes when it is built again', async () => {
    const again = await build({ subjects: ['heat', 'water'] });
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  test('says who made it, about what, in which language, and on the plan’s own day', async () => {
    const info = await poppler('pdfinfo', pdf, ['-isodates']);
    expect(info).toMatch(/^Title: +Cool City 2035$/mu);
    expect(info).toMatch(/^Author: +Marta Lindqvist$/mu);
    expect(info).toMatch(/^Subject: +How a city keeps its people safe in heat/mu);
    expect(info).toMatch(/^Keywords: +heat, water$/mu);
    expect(info).toMatch(/^Creator: +briefwright 0\.0\.0$/mu);
    expect(info).toMatch(/^CreationDate: +2026-03-02T00:00:00Z$/mu);
    const metadata = await poppler('pdfinfo', pdf, ['-meta']);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('<rdf:li xml:lang="x-default">Cool City 2035</rdf:li>');
  });

  test('has no soft hyphen in its text, and words that a line breaks are whole', async () => {
    const text = await poppler('pdftotext', pdf);
    expect(text).not.toContain('\u00AD');
    const words = text.replace(/\s+/gu, ' ');
    for (const sentence of sentences(1, 36)) expect.soft(words).toContain(sentence);
  });

  test('can be read by its tags: no line’s end runs into the next, nothing is cut off', async () => {
    const text = await poppler('pdfinfo', pdf, ['-struct-text']);
    const read = text.replace(/(?<=\p{Ll})-(?=\p{Ll})/gu, '');
    for (const sentence of sentences(1, 36)) expect.soft(read).toContain(sentence);
  });

  test('has the tags of a book', () => {
    for (const type of ['Sect', 'TOC', 'TOCI', 'Reference', 'Note', 'LBody', 'BlockQuote']) {
      expect.soft(types()).toContain(type);
    }
    expect(types()).not.toContain('NonStruct');
    expect(types()[0]).toBe('Document');
    expect(ofType('H1')).toHaveLength(1);
    expect(ofType('Note')[0]?.id).toBeDefined();
  });

  test('has one outline: contents, goals, sections, without soft hyphens', () => {
    expect(opened.outline).toEqual([
      'Contents',
      'Summary',
      '1 People first',
      '  1.1 A heat alarm that knocks on the door',
      '  1.2 Cool rooms',
      '  1.10 Outdoor work',
      '3 Partnerships',
      '  3.13 Russia',
    ]);
  });

  test('labels its pages as they are printed', () => {
    expect(opened.labels).toEqual(['0 r', '4 D']);
  });

  test('says at each link what it says', () => {
    expect(opened.links.filter((link) => link.trim() === '')).toEqual([]);
    expect(opened.links).toContain('1.10 Outdoor work 5');
  });
});

describe('what a plan may hold', () => {
  let opened: OpenedPdf;
  let text: string;
  const rows = Array.from(
    { length: 90 },
    (_, at) => `<tr><td>Street ${at}</td><td>${at}</td></tr>`,
  );

  beforeAll(async () => {
    const html = [
      '<p id="f1">They say <span lang="es">la sobremesa</span> there.<sup><a data-note="n1" id="c1">1</a></sup></p>',
      `<table id="t1"><thead><tr><th>Street</th><th>Trees</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
      '<ul id="l1"><li>one<ul><li>below</li></ul></li></ul>',
    ].join('');
    const background = part('background', html, { anchor: 'b' });
    const note = { anchor: 'n1', number: 1, calls: ['c1'], flow: flow('<p>A note.</p>') };
    const only = section('1', 'Only', 's.html', { parts: [background], notes: [note] });
    const pdf = await build({ goals: [goal('1', 'Goal', 'g.html', { sections: [only] })] });
    opened = await openPdf(pdf);
    text = await poppler('pdfinfo', pdf, ['-struct-text']);
  });

  test('a table over several pages is one, and its head is read once', () => {
    const tables = opened.elements.filter(({ type, kids }) => type === 'Table' && kids.length > 50);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.kids).toHaveLength(91);
    expect(text.match(/^ +"Trees"$/gmu)).toHaveLength(1);
  });

  test('a phrase keeps its language', () => {
    const phrases = opened.elements.filter(({ type }) => type === 'Span');
    expect(phrases.map(({ lang }) => lang)).toEqual(['es']);
  });

  test('a call leads to its note', () => {
    expect(text).toMatch(/Reference.*\n +Link.*\n +"1"/u);
    expect(text).toMatch(/Note .*\n +Lbl.*\n +"1\. "\n +P.*\n +"A note\."/u);
  });

  test('a list in a list stands in its item', () => {
    expect(text).toMatch(/LBody.*\n +"one"\n +L .*\n(?: +\/.*\n)? +LI.*\n +Lbl/u);
  });
});

describe('names in the letters of their languages', () => {
  const words = [
    'It’s the people’s plan',
    'Oʼzbekiston’s',
    'L’État',
    'Γιώργος Παπανδρέου',
    'Ὀδυσσεύς',
    'Владимир Щербаков',
    'Їжак',
    'difficult fifth affair',
  ];
  const arabic = [
    'محمد بن عبد الله',
    'نجيب محفوظ',
    'فيروز',
    'الشيخ زايد بن سلطان',
    'سلام',
    'پژوهش',
  ];
  let text: string;
  let read: string;

  beforeAll(async () => {
    const html = `<p id="f1">${words.join(', ')}.</p>${arabic.map((name) => `<p>Before ${name} after.</p>`).join('')}`;
    const only = section('1', 'Only', 's.html', {
      parts: [part('background', html, { anchor: 'b' })],
    });
    const pdf = await build({ goals: [goal('1', 'Goal', 'g.html', { sections: [only] })] });
    text = await poppler('pdftotext', pdf);
    read = await poppler('pdfinfo', pdf, ['-struct-text']);
  });

  test('are whole, searched for and read by tags', () => {
    for (const word of words) {
      expect.soft(text.replace(/\s+/gu, ' ')).toContain(word);
      expect.soft(read).toContain(word);
    }
  });

  test('are whole words from right to left, and nothing after them is lost', () => {
    // Marks of direction aside.
    const plain = text.replace(/[\u202A-\u202E\u200E\u200F]/gu, '');
    for (const name of arabic) expect.soft(plain).toContain(name);
    expect(read.match(/"Before "/gu)).toHaveLength(arabic.length);
    expect(read.match(/" after\."/gu)).toHaveLength(arabic.length);
    expect(text).not.toMatch(/[\uFB50-\uFDFF\uFE70-\uFEFF]|\u034F/u);
  });
});
