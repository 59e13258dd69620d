/** Ids stand where the first line of a block stands. */
import { expect, test } from 'vitest';
import { flowToHtml } from '../../../pipeline/render/flow.ts';
import { nameFirstLines } from '../../../pipeline/render/pdf/first-lines.ts';
import { flow } from '../../support/resolved.ts';

test.for([
  ['<p id="a">Text</p>', '<p><span id="a"></span>Text</p>'],
  [
    '<ul id="a"><li id="b">One</li><li id="c"><p>Two</p></li></ul>',
    '<ul><li><span id="b"></span><span id="a"></span>One</li><li><p><span id="c"></span>Two</p></li></ul>',
  ],
  [
    '<blockquote id="a">\n<p>Said</p></blockquote>',
    '<blockquote>\n<p><span id="a"></span>Said</p></blockquote>',
  ],
  [
    '<table id="a"><caption>Costs</caption><tbody><tr><td>1</td></tr></tbody></table>',
    '<table><caption id="a">Costs</caption><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  [
    '<table id="a"><tbody><tr><td>1</td></tr></tbody></table>',
    '<table><tbody><tr id="a"><td>1</td></tr></tbody></table>',
  ],
  ['<p id="a"><img src="x.png" alt=""></p>', '<p id="a"><img src="x.png" alt=""></p>'],
  ['<ul id="a"><li><pre>code</pre></li></ul>', '<ul id="a"><li><pre>code</pre></li></ul>'],
])('%s', ([before = '', after = '']) => {
  const root = structuredClone(flow(before));
  nameFirstLines(root);
  expect(flowToHtml(root)).toBe(after);
});
