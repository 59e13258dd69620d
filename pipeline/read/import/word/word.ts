/** Brings in a Word document: headings become goals, sections and parts; tables, pictures and footnotes come along. */
import type { Root as HtmlRoot } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { startOf } from '../../../model/place.ts';
import type { Imported, ImportedAsset, ImportNote } from '../imported.ts';
import { readArchive } from './archive.ts';
import { outlineOf } from './outline.ts';
import { convertPictures } from './pictures.ts';
import { toMarkdownTree } from './to-markdown-tree.ts';

/** Styles that mammoth does not know by itself. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
];

/** Reads one document. Never fails: where it is none, `plan` is undefined and a note says why. */
export async function importWord(path: string, bytes: Uint8Array): Promise<Imported> {
  const notes: ImportNote[] = [];
  const tell = (kind: ImportNote['kind'], message: string) => {
    notes.push({ kind, message, place: startOf(path) });
  };
  if (!readArchive(bytes, tell)) return { plan: undefined, notes };
  const { default: mammoth } = await import('mammoth');
  const assets: ImportedAsset[] = [];
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: styles,
        convertImage: convertPictures(mammoth, assets, tell),
        externalFileAccess: false,
      },
    );
    for (const message of new Set(result.messages.map((one) => one.message)))
      tellMessage(message, tell);
    const html: HtmlRoot = unified().use(rehypeParse, { fragment: true }).parse(result.value);
    const { title, subtitle } = takeTitles(html);
    const { blocks, notes: definitions } = toMarkdownTree(html, tell);
    const plan = outlineOf({ title, blocks, notes: definitions }, startOf(path), tell);
    const matter = subtitle === undefined ? {} : { subtitle };
    return { plan: { ...plan, matter, assets }, notes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell(
      'lost',
      `The Word document cannot be read: ${reason.replace(/[.:]?\s*$/u, '')}. Open it in Word, save it again as .docx, and try once more.`,
    );
    return { plan: undefined, notes };
  }
}

/** What mammoth says: of styles it does not know, and of elements. */
function tellMessage(
  message: string,
  tell: (kind: ImportNote['kind'], message: string) => void,
): void {
  const style = /^Unrecognised (?:paragraph|run|table) style: '?([^']*)'? /u.exec(message)?.[1];
  const element = /^An unrecognised element was ignored: (?:\{[^}]*\})?(\S+)$/u.exec(message)?.[1];
  if (style !== undefined) {
    if (!plainStyles.has(style))
      tell('repaired', `The style "${style}" means nothing here; its text is kept.`);
  } else if (element === undefined) tell('repaired', `${message.replace(/[.]?$/u, '')}.`);
  else if (!element.startsWith('oMath')) tell('lost', `What Word calls "${element}" is left out.`);
}

/** Styles of paragraphs like all others. */
const plainStyles = new Set([
  'Compact',
  'First Paragraph',
  'Body Text',
  'List Paragraph',
  'Caption',
  'Image Caption',
  'Table Caption',
  'Captioned Figure',
  'No Spacing',
  'Normal (Web)',
]);

/** Takes the paragraphs in the styles Title and Subtitle out of the text. */
function takeTitles(html: HtmlRoot): { title: string | undefined; subtitle: string | undefined } {
  const take = (name: string) => {
    const index = html.children.findIndex(
      (node) => node.type === 'element' && [node.properties['className']].flat().includes(name),
    );
    const [found] = index === -1 ? [] : html.children.splice(index, 1);
    const text = found?.type === 'element' ? hastText(found).replace(/\s+/gu, ' ').trim() : '';
    return text === '' ? undefined : text;
  };
  return { title: take('title'), subtitle: take('subtitle') };
}
