/** Drawings as programs export them pass; what runs, loads or carries something does not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { svgFault } from '../../pipeline/read/svg.ts';

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>\n${content}\n</svg>`;

describe('is safe', () => {
  test.each([
    ['shapes', svg('<path d="M0 0h4v4z" style="fill:#123"/>')],
    ['a style sheet', svg('<style>.a { fill: url(#g); font-family: "Source Sans" }</style>')],
    ['a use of another part', svg('<g id="a"/><use xlink:href="#a"/><use href="#a"/>')],
    ['a picture of pixels', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['words about addresses', svg('<desc>See url(https://example.org) and @import \\ (x)</desc>')],
    [
      'an SVG 1.1 document type',
      `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('')}`,
    ],
    ['a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
    ['an editor’s own notes', svg('<metadata><x:y xmlns:x="urn:x" x:z="1"/></metadata>')],
    ['2,000 groups in one another', svg('<g>'.repeat(2000) + '</g>'.repeat(2000))],
    ['the sample’s drawing', readFileSync('sources/cool-city/images/street-section.svg', 'utf8')],
  ])('%s', (_name, text) => {
    expect(svgFault(text)).toBeUndefined();
  });
});

describe('is refused, with the place', () => {
  test.each([
    ['a script', svg('<script>alert(1)</script>'), 'unsafe-svg', 2],
    [
      'a script with a prefix',
      svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'),
      'unsafe-svg',
      2,
    ],
    ['a handler', svg('', ' onload="alert(1)"'), 'unsafe-svg', 1],
    ['a handler in odd letters', svg('<g ONCLICK="alert(1)"/>'), 'unsafe-svg', 2],
    [
      'a document inside',
      svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
      'unsafe-svg',
      2,
    ],
    [
      'a link that is a program',
      svg('<a xlink:href=" java&#115;cript:alert(1)"/>'),
      'unsafe-svg',
      2,
    ],
    ['an image on the web', svg('<image href="https://example.org/a.png"/>'), 'unsafe-svg', 2],
    ['an image beside it', svg('<image href="a.png"/>'), 'unsafe-svg', 2],
    [
      'a drawing in the drawing',
      svg('<image href="data:image/svg+xml,&lt;svg/&gt;"/>'),
      'unsafe-svg',
      2,
    ],
    ['a style that loads', svg('<style>@import "a.css";</style>'), 'unsafe-svg', 2],
    [
      'a style that loads, in CDATA',
      svg('<style><![CDATA[a{fill:url(//a.b/c)}]]></style>'),
      'unsafe-svg',
      2,
    ],
    ['a style that loads, in escapes', svg('<g style="fill:u\\72l(//a.b/c)"/>'), 'unsafe-svg', 2],
    ['an attribute that loads', svg('<g filter="url(https://example.org/#f)"/>'), 'unsafe-svg', 2],
    [
      'an animation of an address',
      svg('<set attributeName="xlink:href" to="javascript:alert(1)"/>'),
      'unsafe-svg',
      2,
    ],
    [
      'a style sheet from elsewhere',
      `<?xml-stylesheet href="a.css"?>\n${svg('')}`,
      'unsafe-svg',
      1,
    ],
    ['declarations', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${svg('')}`, 'unsafe-svg', 1],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${svg('&a;')}`, 'broken-image', 3],
    ['no XML', 'Not found', 'broken-image', 1],
    ['an open element', '<svg xmlns="http://www.w3.org/2000/svg">\n<g>', 'broken-image', 2],
    ['no namespace', '<svg/>', 'broken-image', 1],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'broken-image', 1],
  ])('%s', (_name, text, rule, line) => {
    expect(svgFault(text)).toMatchObject({ rule, at: { line } });
  });
});
