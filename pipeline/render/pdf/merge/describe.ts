/** What a PDF says of itself: title and authors, language, dates, page labels, how it wants to be shown. */
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

export interface Description {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** When the edition was made, as far as it says. */
  readonly date: Date;
  /** Such as `briefwright 1.0.0`. */
  readonly creator: string;
  /** The program that printed the pages. */
  readonly producer: string;
  /** The same as an XMP packet (ISO 16684-1), with the mark of PDF/UA-1 in it. */
  readonly xmp: string;
  /** The index of the page that bears the arabic 1; roman numbers come before it. */
  readonly bodyStart: number;
}

/** Writes the description into metadata and catalog; returns the information that the trailer leads to. */
export function describe(
  context: PDFContext,
  catalog: PDFDict,
  pageCount: number,
  description: Description,
): PDFRef {
  const { title, authors, subject, keywords, lang, dir, date, creator, producer } = description;
  const day = PDFString.fromDate(date);
  const info = context.obj({ CreationDate: day, ModDate: day });
  const texts = {
    Title: title,
    Author: authors.join(', '),
    Subject: subject,
    Keywords: keywords.join(', '),
    Creator: creator,
    Producer: producer,
  };
  for (const [key, text] of Object.entries(texts)) {
    if (text !== '') info.set(PDFName.of(key), PDFHexString.fromText(text));
  }
  const set = (key: string, value: Parameters<PDFDict['set']>[1]) =>
    catalog.set(PDFName.of(key), value);
  const xmp = Buffer.from(description.xmp, 'utf8');
  set('Metadata', context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })));
  set('Lang', PDFString.of(lang));
  set('MarkInfo', context.obj({ Marked: true }));
  const direction = dir === 'rtl' ? { Direction: 'R2L' } : {};
  set('ViewerPreferences', context.obj({ DisplayDocTitle: true, ...direction }));
  set('PageLabels', context.obj({ Nums: labels(context, pageCount, description.bodyStart) }));
  return context.register(info);
}

/** Roman numbers up to the body, arabic from there (ISO 32000-1, 12.4.2). */
function labels(context: PDFContext, pageCount: number, bodyStart: number) {
  const roman = bodyStart > 0 ? [0, context.obj({ S: 'r' })] : [];
  const arabic = bodyStart < pageCount ? [bodyStart, context.obj({ S: 'D' })] : [];
  return [...roman, ...arabic];
}
