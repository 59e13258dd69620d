import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dictOf,
  entry,
  itemsOf,
  numberOf,
  streamOf,
  textOf,
  unpacked,
} from '../../pipeline/pdf/lookup.ts';
import { objectText } from '../../pipeline/pdf/object-text.ts';
import { reachable } from '../../pipeline/pdf/reachable.ts';
import { asFileObjects, writeFile } from '../../pipeline/pdf/write-file.ts';

/** A file of one page whose catalog leads to some objects more, and to them alone. */
function fileOf(more: (context: PDFContext) => PDFObject, lost = 'lost'): Uint8Array {
  const context = PDFContext.create();
  context.register(PDFString.of(lost));
  const pages = context.nextRef();
  const page = context.register(context.obj({ Type: 'Page', Parent: pages }));
  context.assign(pages, context.obj({ Type: 'Pages', Kids: [page], Count: 1 }));
  const root = context.register(
    context.obj({ Type: 'Catalog', Pages: pages, More: more(context) }),
  );
  const info = context.register(context.obj({ Title: PDFString.of('A title') }));
  return writeFile({ root, info, objects: asFileObjects(reachable(context, [root, info])) });
}

async function read(file: Uint8Array) {
  const { context, catalog } = await PDFDocument.load(file, { updateMetadata: false });
  return { context, more: entry(catalog, 'More') };
}

test('more objects than one pack holds are all found', async () => {
  const file = fileOf((context) =>
    context.obj(Array.from({ length: 450 }, (_, at) => context.register(PDFString.of(`no ${at}`)))),
  );
  const { context, more } = await read(file);
  const found = itemsOf(context, more).map((item) => textOf(context, item));
  expect(found).toEqual(Array.from({ length: 450 }, (_, at) => `no ${at}`));
});

test('a stream keeps its bytes, whatever length it said that it had', async () => {
  const bytes = Buffer.from('endstream endobj \u00FF\u0000', 'latin1');
  const file = fileOf((context) => context.register(context.stream(bytes, { Length: 3 })));
  const { context, more } = await read(file);
  const stream = streamOf(context, more);
  expect(stream && Buffer.from(unpacked(context, stream))).toEqual(bytes);
});

test('what nothing leads to is left out, and changes nothing', () => {
  const files = ['one', 'other'].map((lost) => fileOf((context) => context.obj({}), lost));
  expect(files[0]).toEqual(files[1]);
});

test('the identifier comes from the content', () => {
  const idOf = (text: string) =>
    /\/ID\[<([\da-f]{32})><\1>\]/u.exec(
      Buffer.from(fileOf(() => PDFString.of(text))).toString('latin1'),
    )?.[1];
  expect(idOf('one')).toBeDefined();
  expect(idOf('one')).toBe(idOf('one'));
  expect(idOf('one')).not.toBe(idOf('other'));
});

test('objects run together only where they can be told apart', () => {
  const context = PDFContext.create();
  const object = context.obj({ A: [1, 2, PDFName.of('B'), null, true, [PDFRef.of(3)], -4] });
  object.set(PDFName.of('C'), PDFHexString.of('FF'));
  expect(objectText(object)).toBe('<</A[1 2/B null true[3 0 R]-4]/C<FF>>>');
  expect(objectText(context.obj([]))).toBe('[]');
});

test('any texts and nestings come back', async () => {
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
  })).value;
  const objectOf = (context: PDFContext, from: unknown): PDFObject => {
    if (typeof from === 'number') return context.obj(from);
    if (!Array.isArray(from)) return PDFHexString.fromText(String(from));
    const dict = PDFDict.withContext(context);
    dict.set(PDFName.of('(odd) name#'), context.obj(from.length));
    const array = PDFArray.withContext(context);
    array.push(dict);
    for (const item of from) array.push(context.register(objectOf(context, item)));
    return array;
  };
  const back = (context: PDFContext, object: PDFObject | undefined): unknown => {
    const array = itemsOf(context, object);
    const text = textOf(context, object);
    if (text !== undefined) return text;
    if (array.length === 0) return numberOf(context, object);
    expect(entry(dictOf(context, array[0]), '(odd) name#')?.toString()).toBe(
      String(array.length - 1),
    );
    return array.slice(1).map((item) => back(context, item));
  };
  await fc.assert(
    fc.asyncProperty(value, async (made) => {
      const { context, more } = await read(
        fileOf((fresh) => fresh.register(objectOf(fresh, made))),
      );
      expect(back(context, more)).toEqual(made);
    }),
    { numRuns: 50 },
  );
});
