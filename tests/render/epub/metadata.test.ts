/** What a book says of itself is what is in it. */
import { expect, test } from 'vitest';
import type { Asset } from '../../../pipeline/model/resolved.ts';
import { makeBook, unpack } from '../../support/book.ts';
import { harbour } from '../../support/harbour.ts';
import { flow } from '../../support/resolved.ts';

async function opf(...made: Parameters<typeof makeBook>): Promise<string> {
  return unpack(await makeBook(...made)).get('OEBPS/content.opf') ?? '';
}

const body = (html: string) => ({ ...harbour, body: flow(html) });

test('nobody’s claim is made, and somebody’s word for word', async () => {
  expect(await opf(harbour)).not.toMatch(/conformsTo|certified/u);
  const claimed = await opf(harbour, undefined, { level: 'AA', certifiedBy: 'Ana & Ole' });
  expect(claimed).toContain('>EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>');
  expect(claimed).toContain('id="certifier">Ana &amp; Ole</meta>');
  expect(claimed).not.toContain('certifierReport');
});

test.each(['', ' alt=""'])(
  'a picture without words takes the promise away: <img%s>',
  async (alt) => {
    const picture = `<p id="x"><img data-asset="sources/harbour/pixel.png"${alt}></p>`;
    const said = await opf(body(picture));
    expect(said).not.toContain('alternativeText');
    expect(said).toContain('<meta property="schema:accessModeSufficient">textual,visual</meta>');
    expect(said).toContain('Some pictures have no description in words.');
  },
);

const gif = (frames: number) => {
  const frame = [0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const head = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  return [...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b];
};
const text = (svg: string) => [...new TextEncoder().encode(svg)];

test.each([
  ['a GIF of one frame', 'image/gif', gif(1), 'none'],
  ['a GIF of two frames', 'image/gif', gif(2), 'unknown'],
  ['a drawing', 'image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'none'],
  [
    'a drawing that moves',
    'image/svg+xml',
    text('<svg xmlns="http://www.w3.org/2000/svg"><animate attributeName="x"/></svg>'),
    'unknown',
  ],
  ['a GIF cut short', 'image/gif', gif(2).slice(0, 9), 'none'],
])('what flashes: %s', async (_, mediaType, bytes, hazard) => {
  const asset: Asset = {
    path: 'a',
    mediaType,
    width: 1,
    height: 1,
    bytes: Uint8Array.from(bytes),
    sha256: 'f'.repeat(64),
  };
  const said = await opf({
    ...body('<p id="x"><img data-asset="a" alt="It moves."></p>'),
    assets: new Map([...harbour.assets, ['a', asset]]),
  });
  expect(said).toContain(`<meta property="schema:accessibilityHazard">${hazard}</meta>`);
  expect(said.includes('Nothing in it flashes')).toBe(hazard === 'none');
});

test('a role in the author’s own words is not passed off as a code', async () => {
  const said = await opf({ ...harbour, contributors: [{ name: 'Ida', role: 'Chief of maps' }] });
  expect(said).toContain('<dc:contributor id="contributor-1">Ida</dc:contributor>');
  expect(said).not.toContain('refines="#contributor-1"');
});
