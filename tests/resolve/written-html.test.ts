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
    ['<svg><script>alert(1)</script></svg> a', '<p> a</p>'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
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
