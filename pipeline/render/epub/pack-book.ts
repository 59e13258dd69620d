/** The finished files of a book, packed into one EPUB container by epub-gen-memory. */
import { EPub } from 'epub-gen-memory';
import { zipSync } from 'fflate';

/** A file of the book. `path` is relative to the package document: flat and ASCII for a document, which ends in `.xhtml`. */
export interface BookFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A book, whole: every text is final, and the library adds nothing to it. */
export interface Book {
  readonly title: string;
  /** Documents, pictures, fonts. */
  readonly files: readonly BookFile[];
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
 * epub-gen-memory with its own part cut down to the container. Its templates each print one value that we made.
 * Documents go in as files, since its HTML filter drops attributes, SVG and MathML and its template is compiled anew
 * for each chapter; the archive is written in a fixed order.
 */
class FinishedBook extends EPub {
  readonly #files: readonly BookFile[];

  constructor({ title, css, packageDocument, ncx, navigation, files }: Book) {
    const options = {
      ...{ title, css, packageDocument, ncx, navigation },
      contentOPF: '<%- packageDocument %>',
      tocNCX: '<%- ncx %>',
      tocXHTML: '<%- navigation %>',
    };
    super(options, []);
    this.#files = files;
  }

  override async genEpub(): Promise<Buffer> {
    await this.render();
    const made = await Promise.all(
      Object.values(this.zip.files)
        .filter((file) => !file.dir)
        .map(async (file) => [file.name, await file.async('uint8array')] as const),
    );
    const ours = this.#files.map(({ path, bytes }) => [`OEBPS/${path}`, bytes] as const);
    const files = [...made, ...ours].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const { buffer, byteLength } = zipSync(
      Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { level: levelOf(name) }]])),
      // ZIP's first day, in local time as ZIP has it. The book's date stands in the package document.
      { mtime: new Date(1980, 0, 1) },
    );
    return Buffer.from(buffer, 0, byteLength);
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
