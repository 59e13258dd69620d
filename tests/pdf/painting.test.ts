import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperatorCursor } from '../../pipeline/pdf/content-stream.ts';
import { Painting } from '../../pipeline/pdf/painting.ts';

/** What a stream paints, a line each: what it is, where, and the marks that it is in. */
function painted(stream: string): readonly string[] {
  const painting = new Painting(Buffer.from(stream, 'latin1'));
  const lines: string[] = [];
  while (painting.next()) {
    const { kind, start, end, from, mark, name, size, x, y, box } = painting;
    const where = kind === 'text' ? `${name} ${size} at ${x} ${y}` : box.join(' ');
    const marks = `${mark?.tag ?? '-'} ${mark?.content ?? '-'}${mark?.artifact ? ' artifact' : ''}`;
    const drawn = kind === 'text' || kind === 'path' || kind === 'object' || kind === 'clip';
    lines.push([kind, stream.slice(from, end), ...(drawn ? [where] : []), marks].join(' | '));
    expect(start).toBeGreaterThanOrEqual(from);
  }
  return lines;
}

test('text stands where its lines and the page place it, in the mark around it', () => {
  const text = 'BT /F4 12 Tf 1 0 0 -1 10 20 Tm <01> Tj 5 1 Td <02> Tj ET';
  expect(painted(`2 0 0 2 0 0 cm /P <</MCID 3>>BDC ${text} EMC`)).toEqual([
    `text | ${text.slice(0, text.indexOf('<01> Tj') + 7)} | F4 12 at 20 40 | P 3`,
    `text | ${text.slice(0, text.indexOf('<02> Tj') + 7)} | F4 12 at 30 38 | P 3`,
    `text-end | ${text} | P 3`,
    'end | EMC | P 3',
  ]);
});

test('a path is known from its first operator to the one that paints it', () => {
  expect(painted('1 0 0 1 5 5 cm q 0 0 m 4 2 l S Q 1 1 2 3 re f')).toEqual([
    'path | 0 0 m 4 2 l S | 5 5 9 7 | - -',
    'path | 1 1 2 3 re f | 6 6 8 9 | - -',
  ]);
});

test('a clip is told, and is no painting', () => {
  expect(painted('1 1 2 3 re W n 9 9 m n')).toEqual(['clip | W | 1 1 3 4 | - -']);
});

test('what is in a mark within a mark is of the inner number, or of the outer one', () => {
  const marks =
    '/P <</MCID 1>>BDC /Span <</ActualText (x)>>BDC /X1 Do EMC EMC /Artifact BMC /X1 Do EMC';
  expect(painted(marks)).toEqual([
    'object | /X1 Do | 0 0 1 1 | Span 1',
    'end | EMC | Span 1',
    'end | EMC | P 1',
    'object | /X1 Do | 0 0 1 1 | Artifact - artifact',
    'end | EMC | Artifact - artifact',
  ]);
});

test('what is not closed and what closes nothing do no harm', () => {
  expect(painted('EMC Q ET /P <</MCID 1>>BDC /X1 Do')).toEqual([
    'text-end | EMC Q ET | - -',
    'object | /X1 Do | 0 0 1 1 | P 1',
  ]);
});

test('any number is read as it is written', () => {
  const cursor = (text: string) => {
    const reading = new OperatorCursor(Buffer.from(`${text} w`));
    return reading.next() ? [...reading.numbers] : [];
  };
  const decimal = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      fc.stringMatching(/^\d{0,9}$/u),
      fc.stringMatching(/^\d{1,12}$/u),
    )
    .map(([sign, whole, part]) => `${sign}${whole}.${part}`);
  fc.assert(
    fc.property(fc.oneof(decimal, fc.integer().map(String)), (text) => {
      expect(cursor(text)[0]).toBe(Number(text));
    }),
  );
});
