/** What pdf.js, the reader of Firefox, finds in a PDF. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { vi } from 'vitest';
import * as z from 'zod';
import { outlineLine, type Reading, type ReadPage } from './reading.ts';

/** Reads all of it, each page's content and fonts too; what pdf.js warns of are its complaints. */
export async function readWithPdfJs(pdf: Uint8Array): Promise<Reading> {
  const complaints: string[] = [];
  const heard = (['warn', 'log'] as const).map((kind) =>
    vi.spyOn(console, kind).mockImplementation((line) => void complaints.push(`${line}`)),
  );
  const loading = getDocument({ data: new Uint8Array(pdf), stopAtErrors: true });
  try {
    const document = await loading.promise;
    const pages: ReadPage[] = [];
    for (let at = 1; at <= document.numPages; at++) pages.push(await pageOf(document, at));
    return {
      labels: (await document.getPageLabels()) ?? [],
      outline: await linesOf(document, await document.getOutline(), 0),
      pages,
      complaints,
    };
  } catch (error) {
    complaints.push(`not read: ${error}`);
    return { labels: [], outline: [], pages: [], complaints };
  } finally {
    await loading.destroy();
    for (const one of heard) one.mockRestore();
  }
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const annotations = z.array(z.object({ dest: z.string().nullish() }));
  const links: number[] = [];
  for (const { dest } of annotations.parse(await page.getAnnotations())) {
    if (dest) links.push(await pageIndex(document, dest));
  }
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return { text: text.replace(/\s+/gu, ''), links, tags: typesOf(await page.getStructTree()) };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function linesOf(
  document: PDFDocumentProxy,
  items: Outline,
  depth: number,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { title, dest, items: below } of items) {
    lines.push(outlineLine(title, depth, await pageIndex(document, dest)));
    lines.push(...(await linesOf(document, below, depth + 1)));
  }
  return lines;
}

type Destination = Outline[number]['dest'];

/** -1 where it leads nowhere. */
async function pageIndex(document: PDFDocumentProxy, to: Destination): Promise<number> {
  const explicit = typeof to === 'string' ? await document.getDestination(to) : to;
  const page = explicit?.[0];
  return page ? document.getPageIndex(page) : -1;
}

type TagTree = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getStructTree']>
>;

function typesOf(node: TagTree): readonly string[] {
  const below = node.children.flatMap((child) => ('children' in child ? typesOf(child) : []));
  return [node.role, ...below];
}
