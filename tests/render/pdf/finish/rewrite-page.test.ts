import { expect, test } from 'vitest';
import { rewritePage } from '../../../../pipeline/render/pdf/finish/rewrite-page.ts';
import { scanPage } from '../../../../pipeline/render/pdf/finish/scan-page.ts';

/** The fonts that say a text with a glyph: the code and the text to the font. */
const voices = new Map([
  ['2a', 'F'],
  ['2x', 'F.1'],
  ['3-', 'F'],
  ['3\u2010', 'F'],
  ['4fi', 'F'],
]);

function rewrite(content: string, inserted: ReadonlyMap<number, string> = new Map()): string {
  const stream = Buffer.from(content, 'latin1');
  const { spots } = scanPage(stream, new Map(), () => 0);
  const bytes = rewritePage(stream, spots, {
    tagged: (mcid) => mcid !== 9,
    glyphText: (_, code) => ({ 1: ' ', 2: 'a', 3: '-', 4: 'fi' })[code],
    voiceOf: (_, code, text) => voices.get(`${code}${text}`),
    widthOf: (_, code) => code * 100,
    outlineOf: (_, code) => (code === 5 ? undefined : `outline${code} f`),
    inserted,
    isMargin: (_, y) => y < 10,
  });
  return Buffer.from(bytes).toString('latin1').replace(/\n+/gu, '\n').trim();
}

const show = (code: number) => `<000${code}> Tj`;

test.each([
  [
    'a rule becomes an artifact, from its path on',
    'q 0 50 9 1 re f Q',
    'q /Artifact BMC\n0 50 9 1 re f\nEMC Q',
  ],
  ['a clip is none', 'q 0 50 9 1 re W n Q', 'q 0 50 9 1 re W n Q'],
  [
    'a picture is one',
    'q 9 0 0 9 0 50 cm /X1 Do Q',
    'q 9 0 0 9 0 50 cm /Artifact BMC\n/X1 Do\nEMC Q',
  ],
  [
    'text in the margin is a page number, wrapped as a whole',
    `BT /F 9 Tf 1 0 0 1 5 5 Tm ${show(2)} ${show(2)} ET`,
    `/Artifact <</Type /Pagination>>BDC\nBT /F 9 Tf 1 0 0 1 5 5 Tm ${show(2)} ${show(2)} ET\nEMC`,
  ],
  [
    'what is tagged stays',
    `/P <</MCID 0>>BDC BT ${show(2)} ET EMC`,
    `/P <</MCID 0>>BDC BT ${show(2)} ET EMC`,
  ],
  [
    'what the tree left out is an artifact',
    '/P <</MCID 9>>BDC 0 50 9 1 re f EMC',
    '/Artifact BMC 0 50 9 1 re f EMC',
  ],
  ['an artifact stays one', '/Artifact BMC 0 50 9 1 re f EMC', '/Artifact BMC 0 50 9 1 re f EMC'],
  [
    'a place where a word may break goes, with its glyph',
    `/P <</MCID 0>>BDC BT ${show(2)} /Span<</ActualText <feff00ad> >> BDC 5 0 Td ${show(1)} EMC 0 0 Td ${show(2)} ET EMC`,
    `/P <</MCID 0>>BDC BT ${show(2)}  5 0 Td   0 0 Td ${show(2)} ET EMC`,
  ],
  [
    'a hyphen at a line’s end loses its span and stays',
    `/P <</MCID 0>>BDC BT /F 9 Tf /Span<</ActualText <feff2010> >> BDC ${show(3)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /F 9 Tf  ${show(3)}  ET EMC`,
  ],
  [
    'a ligature with a place to break in it is one glyph',
    `/P <</MCID 0>>BDC BT /F 9 Tf /Span<</ActualText <feff006600ad0069> >> BDC 5 0 Td ${show(4)} 9 0 Td ${show(1)} EMC 0 0 Td ET EMC`,
    `/P <</MCID 0>>BDC BT /F 9 Tf  5 0 Td ${show(4)} 9 0 Td   0 0 Td ET EMC`,
  ],
  [
    'a span around nothing goes',
    '/P <</MCID 0>>BDC BT /Span<</ActualText <feff00ad> >> BDC EMC ET EMC',
    '/P <</MCID 0>>BDC BT   ET EMC',
  ],
  [
    'so does a ligature',
    `/P <</MCID 0>>BDC BT /F 9 Tf /Span<</ActualText (fi) >> BDC ${show(4)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /F 9 Tf  ${show(4)}  ET EMC`,
  ],
  [
    'a glyph whose font says nothing of the text keeps its span, without the soft hyphen',
    `/P <</MCID 0>>BDC BT /Span<</ActualText <feff006200ad> >> BDC ${show(2)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /Span<</ActualText <feff0062>>>BDC ${show(2)} EMC ET EMC`,
  ],
  [
    'a glyph that means different things says the other in another font',
    `/P <</MCID 0>>BDC BT /F 9 Tf /Span<</ActualText (x) >> BDC 5 0 Td ${show(2)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /F 9 Tf  5 0 Td /F.1 9 Tf ${show(2)} /F 9 Tf  ET EMC`,
  ],
  [
    'of a letter in several pieces the widest says it and the others are drawn',
    `/P <</MCID 0>>BDC BT /F 9 Tf 1 0 0 -1 10 20 Tm /Span<</ActualText (a) >> BDC 5 1 Td ${show(1)} 0 -1 Td ${show(2)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /F 9 Tf 1 0 0 -1 10 20 Tm  5 1 Td  0 -1 Td ${show(2)}  ET\nq 9 0 0 -9 15 19 cm outline1 f Q EMC`,
  ],
  [
    'a piece without an outline keeps the span',
    `/P <</MCID 0>>BDC BT /Span<</ActualText (a) >> BDC ${show(5)} 0 -1 Td ${show(2)} EMC ET EMC`,
    `/P <</MCID 0>>BDC BT /Span<</ActualText (a) >> BDC ${show(5)} 0 -1 Td ${show(2)} EMC ET EMC`,
  ],
])('%s', (_, content, expected) => {
  expect(rewrite(content)).toBe(expected);
});

test('what is put in stands before its byte', () => {
  const content = `/P <</MCID 0>>BDC BT ${show(2)} ET EMC`;
  const at = content.indexOf(' ET');
  expect(rewrite(content, new Map([[at, ' <0001> Tj']]))).toContain(`${show(2)} <0001> Tj`);
});
