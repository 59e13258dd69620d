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
const shapes =
  'svg g path rect circle ellipse line polyline polygon text tspan title desc a image use style script foreignObject linearGradient p b math'.split(
    ' ',
  );
const shapeNames =
  'viewBox width height x y d points r cx fill stroke stroke-width transform font-size text-anchor preserveAspectRatio role aria-label xmlns xlink:href href id class lang title onload'.split(
    ' ',
  );
const signs =
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover mtable mtr mtd semantics annotation mmultiscripts mprescripts none maction b img svg'.split(
    ' ',
  );
const signNames =
  'display displaystyle scriptlevel mathvariant form stretchy lspace minsize linethickness width depth columnspan rowspan accent alttext xmlns href id class dir title'.split(
    ' ',
  );
const drawn = [
  ...['0 0 9 9', '50%', '1.5', '-2em', 'M0 9 L9 0', 'none', '#c00', 'url(#a)', 'url(//x.org)'],
  ...['translate(1 2)', 'middle', 'block', 'normal', 'true', 'prefix', '2', '1e9', 'A rise', ''],
  ...['http://www.w3.org/2000/svg', 'javascript:alert(1)', '&quot;&gt;'],
];
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

const words = fc.constantFrom(
  'words',
  ' ',
  ']]>',
  '&#0;',
  '&#xFFFF;',
  '😀',
  '<!-- -- -->',
  '&lt;b',
);

/** Elements nested at random, with attributes and values at random. */
function nested(tags: readonly string[], names: readonly string[], values: readonly string[]) {
  const attribute = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values));
  return fc.letrec<{ node: string; element: string }>((tie) => ({
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
    node: fc.oneof({ depthSize: 'medium', maxDepth: 5 }, words, tie('element')),
  })).node;
}

const node = fc.oneof(
  { weight: 2, arbitrary: nested(tags, names, values) },
  {
    weight: 1,
    arbitrary: nested(shapes, shapeNames, drawn).map(
      (inside) => `<svg aria-label="A rise">${inside}</svg>`,
    ),
  },
  {
    weight: 1,
    arbitrary: nested(signs, signNames, drawn).map((inside) => `<math>${inside}</math>`),
  },
);

/** So many pieces, the same each time for one seed. */
export function hostileHtml(count: number, seed: number): readonly string[] {
  return fc
    .sample(fc.array(node, { minLength: 1, maxLength: 3 }), { numRuns: count, seed })
    .map((parts) => parts.join('').replaceAll('\n', ' '));
}
