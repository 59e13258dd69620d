/** Each clause of the PDF/UA check, with a good print in which just that is broken. */
import { deflateSync, inflateSync } from 'node:zlib';
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { dictOf, entry, itemsOf, nameOf, streamOf } from '../../../pipeline/pdf/lookup.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { clauses, verifyPdf } from '../../../pipeline/verify/pdf/verify-pdf.ts';
import { samplePlan } from '../../render/pdf/sample.ts';
import { browserForTests } from '../../support/browser.ts';
import { editionContext } from '../../support/edition-context.ts';

const { printer } = browserForTests();
let good: Uint8Array;

beforeAll(async () => {
  const made = await pdfEdition.render(samplePlan(), await editionContext('en', { printer }));
  good = made.artifacts[0]?.bytes ?? new Uint8Array();
});

async function rulesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings } = await verifyPdf({ path: 'sample.pdf', bytes });
  return findings.map(({ rule }) => rule.replace('pdf-ua/', ''));
}

test('a fresh edition has no failure', async () => {
  expect(await rulesOf(good)).toEqual([]);
});

test('a copy in which nothing is broken has none either', async () => {
  expect(await rulesOf(await breakIt(() => undefined))).toEqual([]);
});

test('what is no PDF is said to be none', async () => {
  expect(await rulesOf(Buffer.from('%PDF-1.7 and nothing else'))).toEqual(['unreadable']);
  expect(await rulesOf(good.subarray(0, 4000))).toEqual(['unreadable']);
});

/** A document to break, with what is mostly broken in it. */
interface Broken {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly treeRoot: PDFDict;
  /** The first element of a type. */
  element(type: string): PDFDict;
  set(
    dict: PDFDict | undefined,
    key: string,
    value: Parameters<PDFContext['obj']>[0] | PDFObject,
  ): void;
  page(index: number): PDFDict;
  /** Rewrites the content of a page. */
  content(index: number, change: (text: string) => string): void;
}

async function breakIt(change: (pdf: Broken) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  const { context, catalog } = document;
  const elements = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && entry(object, 'S') ? [object] : []));
  const page = (index: number) => document.getPage(index).node;
  change({
    context,
    catalog,
    treeRoot: context.lookup(catalog.get(PDFName.of('StructTreeRoot')), PDFDict),
    element(type) {
      const found = elements.find((one) => nameOf(context, entry(one, 'S')) === type);
      if (!found) throw new Error(`The sample has no ${type}.`);
      return found;
    },
    set(dict, key, value) {
      dict?.set(PDFName.of(key), value as PDFObject);
    },
    page,
    content(index, rewrite) {
      const stream = streamOf(context, entry(page(index), 'Contents'));
      const text = Buffer.from(inflateSync(stream?.contents ?? new Uint8Array())).toString(
        'latin1',
      );
      const bytes = deflateSync(Buffer.from(rewrite(text), 'latin1'));
      const dict = context.obj({ Filter: 'FlateDecode', Length: bytes.length });
      page(index).set(PDFName.of('Contents'), context.register(PDFRawStream.of(dict, bytes)));
    },
  });
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

const name = (text: string) => PDFName.of(text);

/** Gives an element another type. */
const retype = (from: string, to: string) => (pdf: Broken) =>
  pdf.set(pdf.element(from), 'S', name(to));

/** Moves the kid of an element to another, as text that ends up in the wrong place. */
function move(pdf: Broken, kid: PDFDict, to: PDFDict): void {
  const ref = pdf.context.getObjectRef(kid);
  if (!ref) throw new Error('Elements are objects of their own.');
  const parent = dictOf(pdf.context, entry(kid, 'P'));
  const rest = itemsOf(pdf.context, entry(parent, 'K')).filter((one) => one !== ref);
  pdf.set(parent, 'K', pdf.context.obj(rest));
  const value = entry(to, 'K');
  const items = itemsOf(pdf.context, value);
  const held = items.length > 0 || !value ? items : [value];
  pdf.set(to, 'K', pdf.context.obj([...held, ref]));
  const holder = pdf.context.getObjectRef(to);
  if (holder) pdf.set(kid, 'P', holder);
}

function firstFont({ context, page }: Broken): PDFDict | undefined {
  const fonts = dictOf(context, entry(dictOf(context, entry(page(0), 'Resources')), 'Font'));
  return dictOf(context, fonts?.values()[0]);
}

function firstLink({ context, page }: Broken): PDFDict | undefined {
  return dictOf(context, itemsOf(context, entry(page(2), 'Annots'))[0]);
}

const metadata = (pdf: Broken, xml: string) =>
  pdf.set(pdf.catalog, 'Metadata', pdf.context.register(pdf.context.stream(xml)));

const breaks: Readonly<Record<string, (pdf: Broken) => void>> = {
  '5-1': (pdf) =>
    metadata(pdf, '<r xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A</dc:title></r>'),
  '6.2-1': (pdf) => pdf.set(pdf.catalog, 'MarkInfo', pdf.context.obj({ Marked: false })),
  '7.1-8': (pdf) => pdf.catalog.delete(name('Metadata')),
  '7.1-9': (pdf) =>
    metadata(pdf, '<r xmlns:p="http://www.aiim.org/pdfua/ns/id/"><p:part>1</p:part></r>'),
  '7.1-10': (pdf) => pdf.catalog.delete(name('ViewerPreferences')),
  '7.1-11': (pdf) => pdf.catalog.delete(name('StructTreeRoot')),
  '7.2-lang': (pdf) => pdf.set(pdf.catalog, 'Lang', PDFString.of('no language')),
  '7.2-29': (pdf) => pdf.set(pdf.element('P'), 'Lang', PDFString.of('?')),
  '7.1-5': (pdf) => pdf.treeRoot.delete(name('RoleMap')),
  '7.1-12': (pdf) => pdf.element('P').delete(name('P')),
  '7.3-1': retype('BlockQuote', 'Figure'),
  '7.4.2-1': retype('H2', 'H4'),
  '7.5-1': (pdf) => {
    const head = pdf.element('TH');
    head.delete(name('A'));
    head.delete(name('ID'));
  },
  '7.7-1': retype('BlockQuote', 'Formula'),
  '7.9-1': (pdf) => pdf.element('Note').delete(name('ID')),
  '7.9-2': (pdf) => {
    const id = entry(pdf.element('Note'), 'ID');
    if (id) pdf.set(pdf.element('BlockQuote'), 'ID', id);
    pdf.set(pdf.element('BlockQuote'), 'S', name('Note'));
  },
  '7.2-3': (pdf) => move(pdf, pdf.element('BlockQuote'), pdf.element('Table')),
  '7.2-4': (pdf) => move(pdf, pdf.element('TR'), pdf.element('Sect')),
  '7.2-8': (pdf) => move(pdf, pdf.element('TH'), pdf.element('Sect')),
  '7.2-9': (pdf) => move(pdf, pdf.element('TD'), pdf.element('Sect')),
  '7.2-10': (pdf) => move(pdf, pdf.element('BlockQuote'), pdf.element('TR')),
  '7.2-17': (pdf) => move(pdf, pdf.element('LI'), pdf.element('Sect')),
  '7.2-18': (pdf) => move(pdf, pdf.element('LBody'), pdf.element('Sect')),
  '7.2-19': (pdf) => move(pdf, pdf.element('BlockQuote'), pdf.element('L')),
  '7.2-20': (pdf) => move(pdf, pdf.element('BlockQuote'), pdf.element('LI')),
  '7.2-26': (pdf) => move(pdf, pdf.element('TOCI'), pdf.element('Sect')),
  '7.2-27': (pdf) => move(pdf, pdf.element('BlockQuote'), pdf.element('TOC')),
  '7.2-36': (pdf) => {
    const row = pdf.element('TR');
    pdf.set(row, 'S', name('THead'));
  },
  '7.2-42': (pdf) => pdf.set(pdf.element('TD'), 'A', pdf.context.obj({ O: 'Table', ColSpan: 2 })),
  '7.2-43': (pdf) => pdf.set(pdf.element('TD'), 'A', pdf.context.obj({ O: 'Table', RowSpan: 90 })),
  '7.1-1': (pdf) =>
    pdf.content(0, (text) =>
      text.replace(/(MCID \d+ ?>>\s*BDC)([\s\S]*?)EMC/u, '$1 /Artifact BMC $2 EMC EMC'),
    ),
  '7.1-2': (pdf) => pdf.content(0, (text) => `/Artifact BMC ${text} EMC`),
  '7.1-3': (pdf) => pdf.content(3, (text) => `${text} 10 10 20 20 re f`),
  '7.1-mcid': (pdf) => pdf.content(3, (text) => `${text} /P <</MCID 999>>BDC 10 10 20 20 re f EMC`),
  '7.18.3-1': (pdf) => pdf.page(2).delete(name('Tabs')),
  '7.18.5-1': retype('Link', 'Span'),
  '7.18.5-2': (pdf) => firstLink(pdf)?.delete(name('Contents')),
  '7.18-parent': (pdf) => firstLink(pdf)?.delete(name('StructParent')),
  '7.21.4.1-1': (pdf) => {
    const [inner] = itemsOf(pdf.context, entry(firstFont(pdf), 'DescendantFonts'));
    const descriptor = entry(dictOf(pdf.context, inner), 'FontDescriptor');
    dictOf(pdf.context, descriptor)?.delete(name('FontFile2'));
  },
  '7.21.7-1': (pdf) => firstFont(pdf)?.delete(name('ToUnicode')),
  '7.21.7-2': (pdf) => {
    const cmap = '1 beginbfrange\n<0000> <FFFE> <0000>\nendbfrange';
    pdf.set(firstFont(pdf), 'ToUnicode', pdf.context.register(pdf.context.stream(cmap)));
    pdf.content(0, (text) => text.replace(/<[0-9a-f]{4}> Tj/u, '<feff> Tj'));
  },
  '7.21.8-1': (pdf) => pdf.content(0, (text) => text.replace(/<[0-9a-f]{4}> Tj/u, '<0000> Tj')),
};

describe('a print', () => {
  test.each(Object.entries(breaks))('that fails %s is told so', async (id, change) => {
    expect(await rulesOf(await breakIt(change))).toContain(id);
  });

  test('that is of another version fails 6.1-1', async () => {
    const other = Buffer.from(good);
    other.write('%PDF-2.0', 0, 'latin1');
    expect(await rulesOf(other)).toContain('6.1-1');
  });

  test('each clause has a print that fails it', () => {
    const broken = new Set([...Object.keys(breaks), '6.1-1']);
    expect(clauses.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
    expect(broken.size).toBe(clauses.length);
  });
});
