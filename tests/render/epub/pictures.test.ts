/** Pictures as authors bring them: with scripts, entities and remote parts, of the wrong kind, too many, too large. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Asset, ResolvedPlan } from '../../../pipeline/model/resolved.ts';
import { checkPictures } from '../../../pipeline/render/epub/check-pictures.ts';
import { cleanSvg } from '../../../pipeline/render/epub/clean-svg.ts';
import { epubEdition } from '../../../pipeline/render/epub/epub-edition.ts';
import { bookContext, makeBook, unpack } from '../../support/book.ts';
import { harbour } from '../../support/harbour.ts';
import { flow } from '../../support/resolved.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = '') =>
  encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`,
  );

describe('a drawing', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a handler', '<rect onclick="alert(1)"/>'],
    ['a link that runs', '<a xlink:href="javascript:alert(1)"><text>a</text></a>'],
    ['a remote picture', '<image xlink:href="https://example.org/a.png"/>'],
    ['a picture of another host', '<image href="//example.org/a.png"/>'],
    ['a file of the machine', '<use href="file:///etc/passwd#x"/>'],
    [
      'a page in it',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">example.org</p></foreignObject>',
    ],
    ['style from elsewhere', '<style>@import "https://example.org/x.css";</style>'],
    ['a colour from elsewhere', '<rect fill="url(https://example.org/y)"/>'],
    ['a colour from elsewhere in escapes', '<rect style="fill:\\75rl(https://example.org/y)"/>'],
  ])('loses %s', (_, inside) => {
    const cleaned = new TextDecoder().decode(cleanSvg(svg(`${inside}<circle r="2"/>`)));
    expect(cleaned).toContain('<circle r="2"');
    expect(cleaned).not.toMatch(/script|alert|example\.org|passwd|onclick/iu);
  });

  test('keeps what is inside', () => {
    const inside =
      '<style>a{fill:url(#g)}</style><use href="#g" /><image href="data:image/png;base64,AA==" /><rect fill="url(#g)" />';
    expect(new TextDecoder().decode(cleanSvg(svg(inside)))).toContain(
      inside.replace('<style>a{fill:url(#g)}</style>', ''),
    );
  });

  test.each([
    [
      'entities that grow',
      '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    ],
    [
      'a file as an entity',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ],
    ['tags that do not close', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    ['no drawing', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['nothing', ''],
  ])('with %s is refused', (_, text) => {
    expect(cleanSvg(encode(text))).toBeUndefined();
  });
});

const png = harbour.assets.get('sources/harbour/pixel.png')?.bytes ?? new Uint8Array();

function asset(path: string, rest: Partial<Asset> = {}): Asset {
  const sha256 = createHash('sha256').update(path).digest('hex');
  return { path, mediaType: 'image/png', width: 1, height: 1, bytes: png, sha256, ...rest };
}

function withPictures(assets: readonly Asset[]): ResolvedPlan {
  const images = assets.map(({ path }) => `<img data-asset="${path}" alt="Words of ${path}.">`);
  return {
    ...harbour,
    body: flow(`<p id="x">${images.join(' ')}</p>`),
    assets: new Map([...harbour.assets, ...assets.map((one) => [one.path, one] as const)]),
  };
}

test('a picture that cannot be read is told, and its words stand in its place', async () => {
  const bad = asset('bad.gif', {
    mediaType: 'image/gif',
    width: undefined,
    bytes: encode('no gif'),
  });
  const { artifacts, findings } = await epubEdition.render(withPictures([bad]), bookContext('en'));
  expect(findings.map(({ rule, place }) => `${place.path}: ${rule}`)).toEqual([
    'bad.gif: book/unreadable-picture',
  ]);
  const files = unpack(artifacts[0]?.bytes ?? new Uint8Array());
  expect(files.get('OEBPS/plan.xhtml')).toContain(
    '<span class="no-picture">Words of bad.gif.</span>',
  );
});

test('a PNG that is called a GIF is a PNG', () => {
  const { assets } = checkPictures(
    new Map([['a.gif', asset('a.gif', { mediaType: 'image/gif' })]]),
  );
  expect(assets.get('a.gif')?.mediaType).toBe('image/png');
});

test('a picture of 50 MB or of 60 million pixels is a finding, and the book is whole', async () => {
  const bytes = new Uint8Array(50_000_000);
  bytes.set(png);
  const large = asset('large.png', { bytes });
  const wide = asset('wide.png', { width: 10_000, height: 6_000 });
  const { artifacts, findings } = await epubEdition.render(
    withPictures([large, wide]),
    bookContext('en'),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    'The picture "large.png" is too large for some stores and phones (50.0 MB, 1 × 1 pixels).',
    'The picture "wide.png" is too large for some stores and phones (0.0 MB, 10000 × 6000 pixels).',
  ]);
  const files = unzipSync(artifacts[0]?.bytes ?? new Uint8Array());
  expect(Object.values(files).some((file) => file.byteLength === bytes.byteLength)).toBe(true);
});

test('5,000 pictures are 5,000 files, each listed once', async () => {
  const all = Array.from({ length: 5000 }, (_, at) => asset(`${at + 10_000}.png`));
  const files = unpack(await makeBook(withPictures(all)));
  const opf = files.get('OEBPS/content.opf') ?? '';
  const listed = [...opf.matchAll(/href="(images\/[^"]+)"/gu)].map(([, href]) => `OEBPS/${href}`);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBe(5001);
  expect(listed.filter((name) => !files.has(name))).toEqual([]);
});
