/** Word documents made in a test: the smallest archive that Word itself would open. */
import { strToU8, zipSync } from 'fflate';

/** What stands in a document. */
export interface DocxParts {
  /** The body's paragraphs and tables, as WordprocessingML. */
  readonly body: string;
  /** Footnotes by their number. */
  readonly footnotes?: Readonly<Record<number, string>>;
  /** A PNG, shown where the body has `picture()`. */
  readonly picture?: Uint8Array;
  /** More files of the archive, by name. */
  readonly more?: Readonly<Record<string, string>>;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph, in a style where one is named: `Title`, `Heading1`. */
export function p(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A paragraph with a call of a footnote. */
export function called(text: string, number: number): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r><w:r><w:footnoteReference w:id="${number}"/></w:r></w:p>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
}

/** The picture, with its description. */
export function picture(words: string): string {
  return `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** The document as the bytes of its file. */
export function docx({ body, footnotes = {}, picture: png, more = {} }: DocxParts): Uint8Array {
  const styles = ['Title', 'Subtitle', 'Heading 1', 'Heading 2', 'Heading 3']
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
    )
    .join('');
  const notes = Object.entries(footnotes)
    .map(([id, text]) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`)
    .join('');
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const texts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'footnotes', 'footnotes.xml')}${relation('rId9', 'image', 'media/image1.png')}</Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${namespaces}>${notes}</w:footnotes>`,
    ...more,
  };
  const files = Object.entries(texts).map(([name, text]) => [
    name,
    strToU8(name.endsWith('.xml') || name.endsWith('.rels') ? declaration + text : text),
  ]);
  return zipSync({
    ...Object.fromEntries(files),
    ...(png === undefined ? {} : { 'word/media/image1.png': png }),
  });
}
