/** HTML as nobody should write it: elements that Markdown lets through, nested at random, with values at random. */
import fc from 'fast-check';

const tags =
  'a abbr b bdi bdo blockquote br cite code dd del dfn div dl dt em h1 h2 h3 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub sup table td th tr u ul var script style svg math'.split(
    ' ',
  );
const names =
  'lang dir title href src cite start value type reversed colspan rowspan align scope abbr width height alt id class style onclick'.split(
    ' ',
  );
const values = [
  '',
  'x y',
  '-1',
  '1e9',
  '&quot;&gt;&lt;script&gt;',
  'en-x-<',
  'javascript:alert(1)',
  'https://exa mple.org/%zz[1]',
  'https://example.org/a?b=c|d#e f',
  'http://[::1',
  'mailto:',
  '//example.org/x',
  'data:text/html,x',
  '&lol9;',
  '%',
  'ar',
  'rtl',
  '7',
];

const attribute = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values));

const { node } = fc.letrec<{ node: string; element: string; text: string }>((tie) => ({
  text: fc.constantFrom('words', ' ', ']]>', '&#0;', '&#xFFFF;', '😀', '<!-- -- -->', '&lt;b'),
  element: fc
    .tuple(
      fc.constantFrom(...tags),
      fc.array(attribute, { maxLength: 2 }),
      fc.array(tie('node'), { maxLength: 3 }),
    )
    .map(
      ([tag, attributes, children]) =>
        `<${tag}${attributes.map(([name, value]) => ` ${name}="${value}"`).join('')}>${children.join('')}</${tag}>`,
    ),
  node: fc.oneof({ depthSize: 'medium', maxDepth: 5 }, tie('text'), tie('element')),
}));

/** So many pieces, the same each time for one seed. */
export function hostileHtml(count: number, seed: number): readonly string[] {
  return fc
    .sample(fc.array(node, { minLength: 1, maxLength: 3 }), { numRuns: count, seed })
    .map((parts) => parts.join('').replaceAll('\n', ' '));
}
