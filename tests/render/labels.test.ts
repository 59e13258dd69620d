/** Labels: every language complete, English as the fallback, and a wrong file named with its line. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { labelsFor } from '../../pipeline/render/labels.ts';

const folder = 'templates/labels';
const shipped = new Map(
  readdirSync(folder).map((name) => [
    `labels/${name}`,
    readFileSync(path.join(folder, name), 'utf8'),
  ]),
);
const languages = [...shipped.keys()].map((name) => path.basename(name, '.yaml'));
const english = labelsFor('en', shipped);

/** One language's own words, without English behind them. */
function alone(language: string): Readonly<Record<string, string>> {
  const text = shipped.get(`labels/${language}.yaml`) ?? '';
  return labelsFor('en', new Map([['labels/en.yaml', text]]));
}

describe.for(languages)('%s', (language) => {
  test('has every key, and no other', () => {
    expect(Object.keys(alone(language)).sort()).toEqual(Object.keys(english).sort());
  });

  test('keeps what templates put in', () => {
    const slots = (text = '') => [...text.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();
    for (const [key, text] of Object.entries(alone(language))) {
      expect.soft(slots(text), key).toEqual(slots(english[key]));
    }
  });

  test('leaves no label empty', () => {
    expect(Object.values(alone(language)).filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('a language is found by its first subtag', () => {
  expect(labelsFor('fr-CA', shipped)['contents']).toBe('Sommaire');
  expect(labelsFor('DE', shipped)['contents']).toBe('Inhalt');
});

test('a regional file adds to its language, and English fills the rest', () => {
  const files = new Map([
    ['labels/en.yaml', 'contents: Contents\nnext: Next\nhome: Home'],
    ['labels/fr.yaml', 'contents: Sommaire\nnext: Suivant'],
    ['labels/fr-ca.yaml', 'contents: Table des matières'],
  ]);
  expect(labelsFor('fr-CA', files)).toEqual({
    contents: 'Table des matières',
    next: 'Suivant',
    home: 'Home',
  });
});

test('a language without a file comes in English', () => {
  expect(labelsFor('tlh', shipped)).toEqual(english);
});

test.for([
  ['contents: [1, 2]', 'templates/labels/en.yaml:1:11: The label "contents" is not a text.'],
  ['- contents', 'templates/labels/en.yaml:1:1: Expected lines of the form "key: words".'],
  ['home: Home\npage: "x', 'templates/labels/en.yaml:2:9: Missing closing "quote.'],
  ['', 'templates/labels/en.yaml:1:1: Expected lines of the form "key: words".'],
])('a wrong file is named with its line: %j', ([text, message]) => {
  expect(() => labelsFor('en', new Map([['labels/en.yaml', text ?? '']]))).toThrow(message);
});
