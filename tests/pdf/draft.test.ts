import { PDFDocument, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { openDraft, WrittenObject } from '../../pipeline/pdf/draft.ts';
import { dictOf, entry, itemsOf, textOf } from '../../pipeline/pdf/lookup.ts';
import { pagesOf } from '../../pipeline/pdf/page-refs.ts';
import { reachable } from '../../pipeline/pdf/reachable.ts';
import { asFileObjects, writeFile } from '../../pipeline/pdf/write-file.ts';

/** A file of some pages, with a cross-reference table. */
async function file(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let at = 0; at < pages; at += 1) document.addPage([100 + at, 100]);
  return document.save({ useObjectStreams: false });
}

async function opened(pages: number) {
  const draft = openDraft(await file(pages));
  const catalog = dictOf(draft, draft.root);
  if (!catalog) throw new Error('no catalog');
  return { draft, catalog };
}

test('an object is read once and can be changed; its source stays what it was', async () => {
  const { draft, catalog } = await opened(1);
  catalog.set(PDFName.of('Lang'), PDFString.of('en'));
  expect(dictOf(draft, draft.root)).toBe(catalog);
  expect(entry(dictOf(draft.source, draft.root), 'Lang')).toBeUndefined();
});

test('pages are found in order, however many', async () => {
  const { draft, catalog } = await opened(40);
  const widths = pagesOf(draft, catalog).map((ref) =>
    itemsOf(draft, entry(dictOf(draft, ref), 'MediaBox'))[2]?.toString(),
  );
  expect(widths).toEqual(Array.from({ length: 40 }, (_, at) => String(100 + at)));
});

test('new objects take no number of the file’s', async () => {
  const { draft, catalog } = await opened(3);
  const before = [...reachable(draft, [draft.root])].map(([ref]) => ref);
  expect(before).not.toContain(draft.context.register(PDFString.of('new')));
  expect(catalog.has(PDFName.of('Pages'))).toBe(true);
});

test('objects that are text already are written as they are, with all that they lead to', async () => {
  const { draft, catalog } = await opened(1);
  const inner = draft.context.register(PDFString.of('inner'));
  const outer = draft.context.register(new WrittenObject(`<</To ${inner}>>`, [inner]));
  catalog.set(PDFName.of('Outer'), outer);
  const bytes = writeFile({
    root: draft.root,
    info: draft.context.register(draft.context.obj({})),
    objects: asFileObjects(reachable(draft, [draft.root])),
  });
  const again = await PDFDocument.load(bytes, { updateMetadata: false });
  const found = dictOf(again.context, entry(again.catalog, 'Outer'));
  expect(textOf(again.context, entry(found, 'To'))).toBe('inner');
});

test('what leads nowhere is left out', async () => {
  const { draft, catalog } = await opened(1);
  catalog.set(PDFName.of('Nowhere'), PDFRef.of(9999));
  const numbers = [...reachable(draft, [draft.root])].map(([ref]) => ref.objectNumber);
  expect(numbers).not.toContain(9999);
});
