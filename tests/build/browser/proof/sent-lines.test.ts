/** What a tab has been sent, and when it is worn. */
import { expect, test } from 'vitest';
import { SentLines } from '../../../../pipeline/build/browser/proof/sent-lines.ts';

/** What a tab shows that was sent all this, one document after another. */
function shown(documents: readonly string[]): readonly string[] {
  const sent = new SentLines();
  const had: string[] = [];
  return documents.map((text) => {
    const { lines, runs } = sent.send(text);
    had.push(...lines);
    return runs.flatMap(([from, to]) => had.slice(from, to)).join('\n');
  });
}

/** A document of a number of letters, in which no line is in another document. */
function document(name: string, letters: number): string {
  return Array.from({ length: letters / 100 }, (_, at) => `${name}${at}`.padEnd(99)).join('\n');
}

test('lines that come again are named, and the documents stay what they are', () => {
  const documents = ['a\nb\nb\nc', 'b\nc\n\na', '', 'ü – \u2028\nb\ud83c\udf0d', 'a\nb\nb\nc'];
  expect(shown(documents)).toEqual(documents);
  const sent = new SentLines();
  sent.send('a\nb\nc');
  expect(sent.send('b\nc\nd\na')).toEqual({
    lines: ['d'],
    runs: [
      [1, 4],
      [0, 1],
    ],
  });
});

test('a tab is worn by many documents, also where it has their lines already', () => {
  const sent = new SentLines();
  const [one, other] = [document('one', 200_000), document('other', 200_000)];
  for (let times = 0; times < 3; times += 1) {
    sent.send(one);
    sent.send(other);
  }
  expect(sent.isWornFor(one)).toBe(false);
  for (let times = 0; times < 3; times += 1) {
    sent.send(one);
    sent.send(other);
  }
  expect(sent.isWornFor(one)).toBe(true);
  expect(new SentLines().isWornFor(one)).toBe(false);
});

test('a tab is not worn by one document of which a little changes', () => {
  const sent = new SentLines();
  const book = document('book', 2_000_000);
  for (let round = 0; round < 12; round += 1) {
    sent.send(`${book}\npage ${round}`);
    expect(sent.isWornFor(book)).toBe(false);
  }
});
