/** What templates print is read in short where it is plain, and always as an HTML parser reads it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnyHtml, parseHtml } from '../../../pipeline/render/epub/parse-html.ts';
import { parsePlainHtml } from '../../../pipeline/render/epub/parse-plain-html.ts';

const around = (body: string) =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>A &amp; B</title>\n<link rel="stylesheet" href="style.css">\n</head>\n<body epub:type="bodymatter">\n${body}</body>\n</html>\n`;

const plain: readonly string[] = [
  '<p>Tea &amp; <strong>bread</strong>, &lt;b&gt; &#34;x&#34; &#39;y&#39;<br>end</p>',
  '<section class="part lead" id="a" role="doc-notice" aria-labelledby="a-title"><h2 id="a-title">A</h2><!--flow 3--></section>',
  '<ul>\n<li id="x">one\n<ul><li>two</li></ul></li>\n</ul><ol><li value="3">a</li></ol>',
  '<dl><dt lang="de" dir="ltr">Einheit</dt><dd>t <span class="when">(2030)</span></dd></dl><hr>',
  '<p><img src="cover.svg" alt="A &#34;B&#34;"> <a href="#a" title="">x</a><a href="b.xhtml?a=1&amp;b=2">y</a></p>',
];

test.each(plain)('%s is plain, and the same tree', (body) => {
  const html = around(body);
  expect(parsePlainHtml(html)).toBeDefined();
  expect(parsePlainHtml(html)).toEqual(parseAnyHtml(html));
});

const notPlain: readonly string[] = [
  '<p>a<p>b',
  '<p><div>a</div></p>',
  '<a href="x">a<a href="y">b</a></a>',
  '<b><i>a</b>b</i>',
  '<table><tr><td>a</td></tr></table>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
  '<p title=x hidden>a</p>',
  '<p id="a" id="b">a</p>',
  '<h1>a<h2>b</h2></h1>',
  '<li>a</li>',
  'a &nbsp; b & c',
  'a\r\nb',
  '<p>a</p></body>text',
  '<title>late</title>',
];

test.each(notPlain)('%s is left to the parser that mends', (body) => {
  expect(parsePlainHtml(around(body))).toBeUndefined();
});

test('whatever is written, the tree is that of the parser that mends', () => {
  const piece = fc.constantFrom(
    ...'<p>|</p>|<div class="a b">|</div>|<ul>|</ul>|<li>|</li>|<a href="#x">|</a>|<b>|</b>|<h1>|</h1>'.split(
      '|',
    ),
    ...'<dl>|</dl>|<dt>|</dt>|<br>|<hr>|text|\n|&amp;|<!--flow 1-->|</body>|</html>|<head>|</head>|<span>|</span>'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = around(pieces.join(''));
      expect(parseHtml(html)).toEqual(parseAnyHtml(html));
    }),
    { numRuns: 3000 },
  );
});
