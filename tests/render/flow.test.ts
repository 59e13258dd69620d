/** Flows: the four marks become an edition's links and words, and the flow itself stays as it is. */
import { expect, test } from 'vitest';
import { adaptFlow, flowToHtml } from '../../pipeline/render/flow.ts';
import { flow } from '../support/resolved.ts';

const links = {
  href: (anchor: string) => `page.html#${anchor}`,
  src: (path: string) => `assets/${path}`,
  note: (anchor: string) => `notes.html#${anchor}`,
  labels: { table: 'Tableau', figure: 'Figure' },
};

test('the marks become addresses', () => {
  const text = flow(
    '<p id="p1">See <a data-target="s-3">Russia</a><sup><a data-note="n1" id="c1">1</a></sup>.</p><p><img data-asset="map.png" alt="Map"></p>',
  );
  expect(flowToHtml(adaptFlow(text, links))).toBe(
    '<p id="p1">See <a href="page.html#s-3">Russia</a><sup><a id="c1" href="notes.html#n1">1</a></sup>.</p><p><img alt="Map" src="assets/map.png"></p>',
  );
});

test('captions get their label and number in front', () => {
  const text = flow(
    '<table><caption><span data-caption="table" data-number="3"></span>Streets</caption></table>',
  );
  expect(flowToHtml(adaptFlow(text, links))).toBe(
    '<table><caption><span class="caption-label">Tableau 3. </span>Streets</caption></table>',
  );
});

test('the flow is copied, so that the next edition finds its marks', () => {
  const text = flow('<p><a data-target="s-3">Russia</a></p>');
  const before = structuredClone(text);
  adaptFlow(text, links);
  expect(text).toEqual(before);
});

test('other links stay, and text is escaped', () => {
  const text = flow('<p><a href="https://example.org/?a=1&amp;b=2">A &lt; B</a></p>');
  expect(flowToHtml(adaptFlow(text, links))).toBe(
    '<p><a href="https://example.org/?a=1&#x26;b=2">A &#x3C; B</a></p>',
  );
});

test('an empty flow is an empty text', () => {
  expect(flowToHtml(adaptFlow(flow(), links))).toBe('');
});
