/** Flows that stand in a book without having gone through its template as HTML. */
import { expect, test } from 'vitest';
import { FlowSlots } from '../../../pipeline/render/epub/flow-slots.ts';
import { parseHtml } from '../../../pipeline/render/epub/parse-html.ts';
import { prepareTree } from '../../../pipeline/render/epub/prepare-tree.ts';
import { writeXhtml } from '../../../pipeline/render/epub/write-xhtml.ts';
import { flow } from '../../support/resolved.ts';

function bodyOf(html: string): string {
  const slots = new FlowSlots();
  const tree = parseHtml(`<div>${slots.hold(() => flow(html))}</div><!--flow 7--><p>b</p>`);
  slots.fill(tree);
  prepareTree(tree, new Set(), new Map());
  return /<body>(.*)<\/body>/su.exec(writeXhtml(tree))?.[1] ?? '';
}

test('a flow stands where the template put it, and other comments go', () => {
  expect(bodyOf('<p>a &lt; b</p><ul><li>c</li></ul>')).toBe(
    '<div><p>a &#x3C; b</p><ul><li>c</li></ul></div><p>b</p>',
  );
});

test('the call of a note within a link stands behind it, and both lead where they did', () => {
  const link = flow('<p><a href="https://example.org/">law</a></p>');
  const [paragraph] = link.children;
  const outer = paragraph?.type === 'element' ? paragraph.children[0] : undefined;
  const call = flow('<sup><a id="c" href="#n">1</a></sup>').children[0];
  if (outer?.type !== 'element' || call?.type !== 'element') throw new Error('No link.');
  outer.children.push(call);
  const slots = new FlowSlots();
  const tree = parseHtml(`<div>${slots.hold(() => link)}</div>`);
  slots.fill(tree);
  prepareTree(tree, new Set(['n']), new Map());
  expect(writeXhtml(tree)).toContain(
    '<a href="https://example.org/">law</a><sup><a id="c" href="#n" epub:type="noteref" role="doc-noteref">1</a></sup>',
  );
});
