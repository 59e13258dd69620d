import fc from 'fast-check';
import type { Element, ElementContent, Properties } from 'hast';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { writeXhtml } from '../../../pipeline/render/epub/write-xhtml.ts';

/** What stands in a document after its declaration. */
function write(...children: ElementContent[]): string {
  return writeXhtml({ type: 'root', children })
    .replace(/^<\?xml.*\?>\n/u, '')
    .trimEnd();
}

test('attributes get the names and values of XML', () => {
  const list = h('ol', { reversed: true, start: 3, className: ['a', 'b'], hidden: false });
  expect(write(list)).toBe('<ol reversed="" start="3" class="a b" />');
  expect(write(h('td', { align: 'right', colSpan: 2 }, 'x'))).toBe(
    '<td colspan="2" class="align-right">x</td>',
  );
  expect(write(h('p', { lang: 'de', ariaLabel: '"A" & <b>' }))).toBe(
    '<p lang="de" aria-label="&#x22;A&#x22; &#x26; &#x3C;b>" xml:lang="de" />',
  );
});

test('drawings and formulas get their namespaces', () => {
  const drawing = s('svg', { viewBox: '0 0 1 1', role: 'img' }, [
    s('path', { d: 'M0 0', strokeWidth: 2 }),
  ]);
  expect(write(drawing)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" role="img"><path d="M0 0" stroke-width="2" /></svg>',
  );
  expect(write(h('math', [h('mi', 'a')]))).toBe(
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>',
  );
});

test('what a template has written of XML does not stand twice', () => {
  const written = { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'x', xmlLang: 'de' };
  expect(write(h('html', { ...written, lang: 'de' }))).toBe(
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="de" xml:lang="de" xmlns:epub="http://www.idpf.org/2007/ops" />',
  );
  expect(write(h('p', { xmlLang: 'de' }))).toBe('<p xml:lang="de" />');
});

test('what runs, and what only a browser asks for, is left out', () => {
  const properties = {
    onClick: 'x()',
    loading: 'lazy',
    dataTarget: 'a',
    'a"b': 'x',
    'evil:x': '1',
  };
  expect(write({ type: 'comment', value: '-- x' }, h('p', properties))).toBe('<p />');
});

test('every tree becomes well-formed XML', () => {
  const text = fc.string({ unit: 'binary' });
  const named: fc.Arbitrary<Properties> = fc.dictionary(
    fc.oneof(fc.constantFrom('lang', 'className', 'title', 'hidden', 'xLinkHref', 'onClick'), text),
    fc.oneof(text, fc.boolean(), fc.integer(), fc.array(text)),
  );
  const { node } = fc.letrec<{ node: Element; content: ElementContent }>((tie) => ({
    node: fc.record({
      type: fc.constant('element' as const),
      tagName: fc.constantFrom('p', 'svg', 'math', 'html', 'br', 'script'),
      properties: named,
      children: fc.array(tie('content'), { maxLength: 3 }),
    }),
    content: fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: fc.constant('text' as const), value: fc.oneof(text, fc.constant(']]>')) }),
      fc.record({ type: fc.constant('comment' as const), value: text }),
      tie('node'),
    ),
  }));
  fc.assert(
    fc.property(node, (element) => {
      fromXml(writeXhtml({ type: 'root', children: [element] }));
    }),
  );
});
