/** Comments that hold findings back: which ones, for how far, and that nothing else is lost. */
import { expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import { suppressionsIn } from '../../pipeline/check/suppressions.ts';
import { nodesOf, writtenFile } from '../../pipeline/check/written-file.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import { readPlan } from '../support/read.ts';
import { planOf, section } from '../support/terminal.ts';

const target = '- People reached: target 90 % of the city by 2030';

/** Each finding as `line rule`. */
function found(text: string): readonly string[] {
  const { findings, failures } = check(readPlan({ 'plan.md': text }), { model });
  expect(failures).toEqual([]);
  return findings.map(({ place, rule }) => `${place.start.line} ${rule}`);
}

const two = planOf(section('1.1: Heat alarm', ''), section('1.2: Cool rooms', ''));

test('without a comment both sections are told', () => {
  expect(found(two)).toEqual(['24 empty-part', '42 empty-part']);
});

test('a comment speaks for the lines after it, up to an empty one', () => {
  const comment = '<!-- briefwright-ignore empty-part: they come in May -->\n\n#### Indicators';
  expect(found(two.replace('#### Indicators', comment))).toEqual(['44 empty-part']);
});

test('for its section', () => {
  const comment = '### 1.1: Heat alarm\n\n<!-- briefwright-ignore-section empty-part: so it is -->';
  expect(found(two.replace('### 1.1: Heat alarm', comment))).toEqual(['44 empty-part']);
});

test('for its file', () => {
  const comment = '# Cool City\n\n<!-- briefwright-ignore-file empty-part: so it is -->';
  expect(found(two.replace('# Cool City', comment))).toEqual([]);
});

test('a part that is missing is held back where it belongs, a waiver stays a waiver', () => {
  const waived = planOf(section('1.1: Heat alarm', 'none: They come in May.')).trimEnd();
  const without = waived.replace(/#### Background[\s\S]*?(?=####)/u, '');
  const comment = '<!-- briefwright-ignore missing-part: the minister knows it -->';
  expect(found(without)).toEqual(['14 missing-part', '22 waived-part']);
  expect(found(without.replace('#### Stakeholders', `${comment}\n\n#### Stakeholders`))).toEqual([
    '24 waived-part',
  ]);
  expect(found(`${waived}\n\n<!-- any other comment -->\n`)).toEqual(['26 waived-part']);
});

test('a comment in code is none', () => {
  const code = '```html\n<!-- briefwright-ignore-file empty-part: so it is -->\n```';
  const text = two.replace('Hot days rose', `${code}\n\nHot days rose`);
  expect(found(text)).toEqual(['28 empty-part', '46 empty-part']);
});

test('a comment of a hundred thousand spaces takes no time', () => {
  const hostile = `<!-- briefwright-ignore${' '.repeat(100_000)}x${' '.repeat(100_000)}-->`;
  const draft = readPlan({
    'plan.md': planOf(section('1.1: Heat alarm', `${hostile}\n${target}`)),
  });
  const file = writtenFile(nodesOf(draft), draft);
  const start = performance.now();
  expect(suppressionsIn(file)).toMatchObject([{ scope: 'next', rule: 'x', reason: '' }]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
