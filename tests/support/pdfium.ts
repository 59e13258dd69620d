/** What PDFium, the reader of Chrome, finds in a PDF. */
import { PDFiumModule } from '@hyzyla/pdfium';
import * as z from 'zod';
import { outlineLine, type Reading, type ReadPage } from './reading.ts';

/** Writes UTF-16 with a zero behind it to `at`, as far as `length` bytes reach; returns how many bytes there are. */
type WriteText = (at: number, length: number) => number;

/** Those functions of fpdfview.h and its neighbours that are needed. What they take and return are handles; 0 is none. */
interface Library {
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(at: number, length: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetPageLabel(document: number, page: number, at: number, length: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetText(text: number, from: number, count: number, at: number): number;
  _FPDFLink_Enumerate(page: number, position: number, link: number): number;
  _FPDFLink_GetDest(document: number, link: number): number;
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number;
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  _FPDFBookmark_GetTitle(bookmark: number, at: number, length: number): number;
  _FPDFBookmark_GetDest(document: number, bookmark: number): number;
  _FPDF_StructTree_GetForPage(page: number): number;
  _FPDF_StructTree_CountChildren(tree: number): number;
  _FPDF_StructTree_GetChildAtIndex(tree: number, index: number): number;
  _FPDF_StructElement_CountChildren(element: number): number;
  _FPDF_StructElement_GetChildAtIndex(element: number, index: number): number;
  _FPDF_StructElement_GetType(element: number, at: number, length: number): number;
  readonly wasmExports: { malloc(length: number): number };
  readonly HEAPU8: Uint8Array;
}

/** Reads all of it in a library of its own. PDFium says nothing of what is wrong, but for files that it does not open. */
export async function readWithPdfium(pdf: Uint8Array): Promise<Reading> {
  const library = z.custom<Library>().parse(await PDFiumModule({}));
  library._FPDF_InitLibrary();
  const at = library.wasmExports.malloc(pdf.length);
  library.HEAPU8.set(pdf, at);
  const document = library._FPDF_LoadMemDocument(at, pdf.length, 0);
  if (document === 0) {
    const complaints = [`not opened: error ${library._FPDF_GetLastError()}`];
    return { labels: [], outline: [], pages: [], complaints };
  }
  const indices = Array.from({ length: library._FPDF_GetPageCount(document) }, (_, index) => index);
  return {
    labels: indices.map((index) =>
      written(library, (to, length) => library._FPDF_GetPageLabel(document, index, to, length)),
    ),
    outline: linesOf(library, document, 0, 0),
    pages: indices.map((index) => pageOf(library, document, index)),
    complaints: [],
  };
}

function pageOf(library: Library, document: number, index: number): ReadPage {
  const page = library._FPDF_LoadPage(document, index);
  const text = library._FPDFText_LoadPage(page);
  const count = library._FPDFText_CountChars(text);
  const tree = library._FPDF_StructTree_GetForPage(page);
  const tops = childrenOf(library._FPDF_StructTree_CountChildren(tree), (at) =>
    library._FPDF_StructTree_GetChildAtIndex(tree, at),
  );
  const signs = written(library, (to, length) =>
    length === 0 ? 2 * count + 2 : 2 * library._FPDFText_GetText(text, 0, count, to),
  );
  return {
    text: signs.replace(/\s+/gu, ''),
    links: linksOf(library, document, page),
    tags: tops.flatMap((top) => typesOf(library, top)),
  };
}

function linksOf(library: Library, document: number, page: number): readonly number[] {
  const position = library.wasmExports.malloc(8);
  library.HEAPU8.fill(0, position, position + 8);
  const pages: number[] = [];
  while (library._FPDFLink_Enumerate(page, position, position + 4) !== 0) {
    const link = new DataView(library.HEAPU8.buffer).getUint32(position + 4, true);
    const destination = library._FPDFLink_GetDest(document, link);
    if (destination !== 0) pages.push(library._FPDFDest_GetDestPageIndex(document, destination));
  }
  return pages;
}

function linesOf(library: Library, document: number, over: number, depth: number): string[] {
  const lines: string[] = [];
  let one = library._FPDFBookmark_GetFirstChild(document, over);
  for (; one !== 0; one = library._FPDFBookmark_GetNextSibling(document, one)) {
    const bookmark = one;
    const title = written(library, (at, length) =>
      library._FPDFBookmark_GetTitle(bookmark, at, length),
    );
    const destination = library._FPDFBookmark_GetDest(document, bookmark);
    const page = library._FPDFDest_GetDestPageIndex(document, destination);
    lines.push(outlineLine(title, depth, page), ...linesOf(library, document, bookmark, depth + 1));
  }
  return lines;
}

function typesOf(library: Library, element: number): readonly string[] {
  const type = written(library, (at, length) =>
    library._FPDF_StructElement_GetType(element, at, length),
  );
  const below = childrenOf(library._FPDF_StructElement_CountChildren(element), (at) =>
    library._FPDF_StructElement_GetChildAtIndex(element, at),
  );
  return [type, ...below.flatMap((child) => typesOf(library, child))];
}

/** Those that are elements: content is none. */
function childrenOf(count: number, childAt: (index: number) => number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => childAt(at)).filter(
    (child) => child !== 0,
  );
}

/** A text that is asked for twice: how long it is, and what it is. */
function written(library: Library, write: WriteText): string {
  const length = write(0, 0);
  const at = library.wasmExports.malloc(length);
  write(at, length);
  return Buffer.from(library.HEAPU8.subarray(at, at + length - 2)).toString('utf16le');
}
