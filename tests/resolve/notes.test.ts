/** Footnotes: numbered by their first call, once each, in their goal or section. */
import { expect, test } from 'vitest';
import { firstSection, markup, part, withSection } from '../support/resolve.ts';

const notes = (text: string) =>
  firstSection(withSection(text)).notes.map(({ number, calls, flow }) => ({
    number,
    calls: calls.length,
    text: markup(flow),
  }));

test('a note called twice is one note with two calls', () => {
  const plan = withSection('## Background\n\nOne.[^a] Two.[^a]\n\n[^a]: The note.\n');
  const [note] = firstSection(plan).notes;
  const anchor = 'section-1-1-heat-alarm-note-1';
  expect(note).toMatchObject({
    anchor,
    number: 1,
    calls: [`${anchor}-call-1`, `${anchor}-call-2`],
  });
  expect(markup(part(plan, 'background').flow)).toContain(
    `<sup><a data-note="${anchor}" id="${anchor}-call-1">1</a></sup>`,
  );
});

test('a note defined twice keeps its first definition', () => {
  expect(notes('## Background\n\nOne.[^a]\n\n[^a]: First.\n\n[^a]: Second.\n')).toEqual([
    { number: 1, calls: 1, text: '<p>First.</p>' },
  ]);
});

test('a note in a quotation or list is a note too', () => {
  expect(notes('## Background\n\nOne.[^a]\n\n> Quoted.\n>\n> [^a]: The note.\n')).toEqual([
    { number: 1, calls: 1, text: '<p>The note.</p>' },
  ]);
});

test('a note that calls another, which is called nowhere else', () => {
  expect(notes('## Background\n\nOne.[^a]\n\n[^a]: See.[^b]\n\n[^b]: Seen.\n')).toMatchObject([
    { number: 1 },
    { number: 2, text: '<p>Seen.</p>' },
  ]);
});

test('a note that calls itself ends', () => {
  expect(notes('## Background\n\nOne.[^a]\n\n[^a]: Again.[^a]\n')).toMatchObject([
    { number: 1, calls: 2 },
  ]);
});

test('calls beside written HTML keep their ids', () => {
  const plan = withSection('## Background\n\nCO<sub>2</sub>.[^a]\n\n[^a]: The note.\n');
  const html = markup(part(plan, 'background').flow);
  for (const call of firstSection(plan).notes[0]?.calls ?? ['none']) {
    expect(html).toContain(`id="${call}"`);
  }
});
