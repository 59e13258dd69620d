import { find, html, svg } from 'property-information';
import { droppedHtml } from '../dropped-html.ts';
import { placeAt } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const rawHtmlDropped: FileRule = {
  id: 'raw-html-dropped',
  severity: 'error',
  summary: 'HTML in the text will be left out of the editions.',
  sees: 'file',
  docs: {
    what: 'An HTML element or attribute that the editions do not carry: scripts, styles, frames, forms, classes, ids. Kept are the elements of text, such as sub, sup, abbr, cite, q, kbd, br and span, with lang, dir and title; drawings (svg) of shapes and text; formulas (math). Comments are fine.',
    why: 'A script or a frame has no place in a print or a book, and a style would break the design. Left out without a word, its text could be missing from all editions.',
    example: 'The tanks were <font color="red">nearly empty</font>.',
    instead: 'The tanks were **nearly empty**.',
  },
  check(file, _context, report) {
    if (file.html.length === 0) return;
    const groups = [...file.groups.map((group) => group.blocks), file.footnoteDefinitions];
    for (const { tagName, attribute, offset } of groups.flatMap(droppedHtml)) {
      const end = file.source.text.indexOf('>', offset);
      const what =
        attribute === undefined
          ? `The HTML element <${tagName}>`
          : `The attribute "${attributeName(attribute)}" of the HTML element <${tagName}>`;
      report({
        message: `${what} will be left out of the editions.`,
        place: placeAt(file.source, offset, end < 0 ? file.source.text.length : end + 1),
        help: help(tagName),
      });
    }
  },
};

/** As it is written in HTML: `className` is `class`, `onClick` is `onclick`, `xLinkHref` is `xlink:href`. */
function attributeName(property: string): string {
  return find(property in html.property ? html : svg, property).attribute;
}

const markdownFor = new Map([
  ['a', '[text](address)'],
  ['img', '![what it shows](path)'],
  ['font', '**important words**'],
  ['center', 'a plain paragraph'],
  ['image', '![what it shows](path)'],
]);

function help(tagName: string): string {
  const markdown = markdownFor.get(tagName);
  return markdown === undefined
    ? 'Take it out, or say the same in Markdown.'
    : `Write ${markdown} in its place.`;
}
