/** The finished files of a book, packed into one EPUB container by epub-gen-memory. */
import { EPub } from 'epub-gen-memory';
import { zipSync } from 'fflate';

/** A file beside the documents: a picture, a font. `path` is relative to the package document. */
export interface BookFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A book, whole: every text is final, and the library adds nothing to it. */
export interface Book {
  readonly title: string;
  /** XHTML documents; names are flat, ASCII, and end in `.xhtml`. */
  readonly documents: readonly { readonly name: string; readonly xhtml: string }[];
  readonly resources: readonly BookFile[];
  readonly css: string;
  readonly packageDocument: string;
  readonly navigation: string;
  readonly ncx: string;
}

/** The container's bytes: the same for the same book, on every machine. EPUB Open Container Format 3.2. */
export async function packBook(book: Book): Promise<Uint8Array> {
  return new FinishedBook(book).genEpub();
}

/**
 * epub-gen-memory with its own part cut down to the container. Its four templates each print one value that we made;
 * the text of a chapter stands under a key of ours, since its HTML filter drops attributes, SVG and MathML;
 * pictures and fonts are added from memory instead of being fetched; and the archive is written again in a fixed order.
 */
class FinishedBook extends EPub {
  readonly #resources: readonly BookFile[];

  constructor(book: Book) {
    const options = {
      title: book.title,
      css: book.css,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- packageDocument %>',
      tocNCX: '<%- ncx %>',
      tocXHTML: '<%- navigation %>',
      packageDocument: book.packageDocument,
      ncx: book.ncx,
      navigation: book.navigation,
    };
    super(
      options,
      book.documents.map(({ name, xhtml }) => ({
        title: name,
        filename: name,
        content: '',
        xhtml,
      })),
    );
    this.#resources = book.resources;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    for (const { path, bytes } of this.#resources) this.zip.file(`OEBPS/${path}`, bytes);
  }

  override async genEpub(): Promise<Buffer> {
    await this.render();
    const files = await Promise.all(
      Object.values(this.zip.files)
        .filter((file) => !file.dir)
        .map(async (file) => [file.name, await file.async('uint8array')] as const),
    );
    files.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return Buffer.from(
      zipSync(
        Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { level: levelOf(name) }]])),
        // ZIP's first day, in local time as ZIP has it. The book's date stands in the package document.
        { mtime: new Date(1980, 0, 1) },
      ),
    );
  }
}

/** OCF 3.2, 4.3: `mimetype` comes first and is not compressed. */
function rank(name: string): number {
  return ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'].indexOf(name) + 1 || 9;
}

/** What is compressed already is stored. */
function levelOf(name: string): 0 | 9 {
  return name === 'mimetype' || /\.(?:png|jpe?g|gif|woff2?)$/u.test(name) ? 0 : 9;
}
