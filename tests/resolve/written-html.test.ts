/** HTML in the text: what means something is kept, what runs, frames or pretends to be ours is not. */
import { describe, expect, test } from 'vitest';
import { markup, part, withSection } from '../support/resolve.ts';

const shown = (text: string) =>
  markup(part(withSection(`## Background\n\n${text}\n`), 'background').flow)
    .replace(/ id="[^"]*"| data-paragraph="\d+"| class="[^"]*"/gu, '')
    .trim();

describe('is kept', () => {
  test.each([
    ['CO<sub>2</sub>', '<p>CO<sub>2</sub></p>'],
    [
      '<abbr title="heat">H</abbr> *and* [x](https://a.b)',
      '<p><abbr title="heat">H</abbr> <em>and</em> <a href="https://a.b">x</a></p>',
    ],
    ['<a href="https://example.org">x</a>', '<p><a href="https://example.org">x</a></p>'],
    [
      '<q cite="https://example.org" lang="nl">x</q>',
      '<p><q cite="https://example.org" lang="nl">x</q></p>',
    ],
    [
      '- [x] done <b>b</b>',
      '<ul>\n<li><input type="checkbox" checked disabled> done <b>b</b></li>\n</ul>',
    ],
    ['a <!-- comment --> b', '<p>a  b</p>'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('is left out', () => {
  test.each([
    ['a <script>alert(1)</script>', '<p>a </p>'],
    ['<b onclick="alert(1)" style="color:red" class="x" id="y">b</b>', '<p><b>b</b></p>'],
    ['<a href="javascript:alert(1)">x</a>', '<p><a>x</a></p>'],
    ['<a href="1.2-cool.md">x</a>', '<p><a>x</a></p>'],
    ['<a href="//example.org">x</a>', '<p><a>x</a></p>'],
    ['<blockquote cite="x.md">x</blockquote>', '<blockquote>x</blockquote>'],
    ['a <img src="x.png" alt="a map">', '<p>a a map</p>'],
    ['a <input value="x">', '<p>a </p>'],
    ['<iframe src="https://example.org"></iframe> a', '<p> a</p>'],
    ['<center>a <i>b</i></center>', '<p>a <i>b</i></p>'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a drawing', () => {
  const svg = (inside: string, attributes = '') =>
    shown(`a <svg viewBox="0 0 9 9" aria-label="A rise"${attributes}>${inside}</svg>`)
      .replace('<p>a <svg viewBox="0 0 9 9" aria-label="A rise" role="img"', '')
      .replace(/<\/svg><\/p>$/u, '');

  test.each([
    ['<path d="M0 9 L9 0" stroke="currentColor" stroke-width="2" fill="none"/>'],
    ['<g transform="translate(1 2)"><circle cx="1" cy="1" r="1.5" fill="#c00"></circle></g>'],
    ['<text x="1" y="2" text-anchor="middle"><tspan dy="3">31</tspan> days</text>'],
    ['<title>A rise</title><desc>From 4 to 31</desc>'],
  ])('keeps %s', (inside) => {
    expect(svg(inside)).toBe(`>${inside.replace(/\/>/gu, '></path>')}`);
  });

  test('keeps its size and how it is painted', () => {
    expect(svg('', ' width="120" height="9em" fill="none"')).toContain(
      ' width="120" height="9em" fill="none" role="img">',
    );
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['style', '<style>*{background:url(https://x.org)}</style>'],
    ['HTML in it', '<foreignObject><p>x</p><iframe src="https://x.org"></iframe></foreignObject>'],
    ['a picture from elsewhere', '<image href="https://x.org/a.png"/>'],
    ['a picture in the address', '<image xlink:href="data:image/svg+xml,<svg onload=alert(1)>"/>'],
    ['another drawing', '<use href="https://x.org/a.svg#b"/>'],
    ['a drawing in it', '<svg onload="alert(1)"><svg></svg></svg>'],
    ['what moves', '<animate attributeName="href" to="javascript:alert(1)"/><set to="x"/>'],
    ['a filter', '<filter id="f"><feImage href="https://x.org/a.png"/></filter>'],
    ['text that nobody sees', 'x'],
    ['a formula', '<math><mi>x</mi></math>'],
  ])('has nothing of %s', (_name, inside) => {
    expect(svg(inside)).toBe('>');
  });

  test.each([
    ['an event', '<g onclick="alert(1)" onbegin="x"></g>', '><g></g>'],
    ['a link', '<a href="javascript:alert(1)"><g></g></a>', '>'],
    ['an address for paint', '<g fill="url(https://x.org#a)" stroke="URL(#b)"></g>', '><g></g>'],
    ['style, classes and names', '<g style="x" class="a" id="b" title="c"></g>', '><g></g>'],
    ['HTML in its title', '<title>A <b onclick="x">b</b></title>', '><title>A </title>'],
    ['data that is no outline', '<path d="javascript:x"></path>', '>'],
  ])('loses %s', (_name, inside, left) => {
    expect(svg(inside)).toBe(left);
  });

  test('that stands alone is a figure', () => {
    expect(shown('<svg viewBox="0 0 9 9"><title>A rise</title></svg>')).toBe(
      '<figure><svg viewBox="0 0 9 9" role="img"><title>A rise</title></svg></figure>',
    );
    expect(shown('<svg viewBox="0 0 9 9">\n<title>A rise</title>\n</svg>')).toMatch(
      /^<figure><svg/u,
    );
  });

  test('has its elements to itself', () => {
    expect(shown('a <path d="M0 0"></path><title>b</title><g>c</g>')).not.toMatch(
      /<(?:path|title|g)/u,
    );
  });
});

describe('a formula', () => {
  const math = (inside: string) => shown(`a <math>${inside}</math>`).slice('<p>a '.length, -4);

  test.each([
    ['<mfrac><mi>a</mi><mn>2</mn></mfrac><mo stretchy="false">(</mo>'],
    ['<msup><mi mathvariant="normal">x</mi><mn>2</mn></msup>'],
    ['<mtable><mtr><mtd columnspan="2"><mi>a</mi></mtd></mtr></mtable>'],
    [
      '<mmultiscripts><mi>C</mi><mn>2</mn><mrow></mrow><mprescripts></mprescripts><mn>6</mn><mn>14</mn></mmultiscripts>',
    ],
    ['<mspace width="1em"></mspace><msqrt><mi>b</mi><mi>c</mi></msqrt>'],
  ])('keeps %s', (inside) => {
    expect(math(inside)).toBe(`<math>${inside}</math>`);
  });

  test.each([
    ['an address', '<mi href="javascript:alert(1)">a</mi>', '<mi>a</mi>'],
    ['an event', '<mrow onclick="alert(1)" style="x" class="y"></mrow>', '<mrow></mrow>'],
    ['what answers to the reader', '<maction actiontype="x"><mi>a</mi></maction>', '<mi>a</mi>'],
    ['HTML in its words', '<mtext>a<b>b</b><img src="x"></mtext>', '<mtext>ab</mtext>'],
    ['a script', '<mtext><script>alert(1)</script></mtext>', '<mtext></mtext>'],
    ['HTML as a note', '<annotation-xml encoding="text/html"><p>x</p></annotation-xml>', ''],
    ['a drawing', '<mtext><svg><g/></svg></mtext>', '<mtext></mtext>'],
  ])('loses %s', (_name, inside, left) => {
    expect(math(inside)).toBe(`<math>${left}</math>`);
  });

  test.each([
    ['a fraction of one', '<mfrac><mi>a</mi></mfrac>', '<mrow><mi>a</mi></mrow>'],
    [
      'a script that is not there',
      '<mmultiscripts><mi>C</mi><none/><mn>2</mn></mmultiscripts>',
      '<mmultiscripts><mi>C</mi><mrow></mrow><mn>2</mn></mmultiscripts>',
    ],
    [
      'scripts that are no pairs',
      '<mmultiscripts><mi>C</mi><mn>2</mn><mprescripts/></mmultiscripts>',
      '<mrow><mi>C</mi><mn>2</mn></mrow>',
    ],
    ['scripts of nothing', '<mprescripts/><none/><mi>a</mi>', '<mi>a</mi>'],
    [
      'a formula that is spelled twice',
      '<semantics><mi>a</mi><annotation encoding="application/x-tex">\\alpha</annotation></semantics>',
      '<mi>a</mi>',
    ],
    ['words between', 'a<mi>b</mi>', '<mtext>a</mtext><mi>b</mi>'],
    ['a row alone', '<mtr><mtd><mi>a</mi></mtd></mtr>', '<mrow><mrow><mi>a</mi></mrow></mrow>'],
    [
      'a table without rows',
      '<mtable><mi>a</mi></mtable>',
      '<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>',
    ],
  ])('is mended: %s', (_name, inside, left) => {
    expect(math(inside)).toBe(`<math>${left}</math>`);
  });
});

test('our own marks cannot be written by hand', () => {
  const html = shown(
    '<a data-target="plan" data-note="x" data-made="0">x</a> <span data-caption="table" data-number="9">y</span>',
  );
  expect(html).toBe('<p><a>x</a> <span>y</span></p>');
});

test('badly nested HTML repeats no id', () => {
  const plan = withSection('## Background\n\n<b>One.[^a]\n\nTwo.</i></b></p>[^a]\n\n[^a]: Note.\n');
  const ids = markup(part(plan, 'background').flow).match(/ id="[^"]*"/gu) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
});
