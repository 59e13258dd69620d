/** What a file says of itself (ISO 14289-1, 5, 6, 7.1 and 7.2). */
import { PDFBool } from '@cantoo/pdf-lib';
import { dictOf, entry, follow, textOf } from '../../../pdf/lookup.ts';
import type { Clause } from '../clause.ts';
import { contentOf, type PdfFile } from '../pdf-file.ts';
import { readXmp } from '../xmp.ts';

export const documentClauses: readonly Clause[] = [
  {
    id: '5-1',
    *check(file) {
      if (xmpOf(file)?.part !== '1') {
        yield { message: 'The metadata do not say that the file is PDF/UA-1 (pdfuaid:part).' };
      }
    },
  },
  {
    id: '6.1-1',
    *check({ bytes }) {
      if (!/^%PDF-1\.[0-7][\r\n]/u.test(Buffer.from(bytes.subarray(0, 9)).toString('latin1'))) {
        yield { message: 'The file does not start with %PDF-1.0 to %PDF-1.7.' };
      }
    },
  },
  {
    id: '6.2-1',
    *check({ context, catalog }) {
      if (!isTrue(context, dictOf(context, entry(catalog, 'MarkInfo')), 'Marked')) {
        yield { message: 'The file does not say that it is tagged (MarkInfo, Marked).' };
      }
    },
  },
  {
    id: '7.1-8',
    *check(file) {
      if (xmpOf(file) === undefined)
        yield { message: 'The file has no metadata (XMP) of its own.' };
    },
  },
  {
    id: '7.1-9',
    *check(file) {
      if (!xmpOf(file)?.title) yield { message: 'The metadata give no title (dc:title).' };
    },
  },
  {
    id: '7.1-10',
    *check({ context, catalog }) {
      const preferences = dictOf(context, entry(catalog, 'ViewerPreferences'));
      if (!isTrue(context, preferences, 'DisplayDocTitle')) {
        yield { message: 'Readers are not told to show the title in place of the file’s name.' };
      }
    },
  },
  {
    id: '7.1-11',
    *check({ treeRoot, tree }) {
      if (!treeRoot || tree.length === 0) yield { message: 'The file has no structure tree.' };
    },
  },
  {
    id: '7.2-lang',
    *check({ context, catalog }) {
      const lang = textOf(context, entry(catalog, 'Lang')) ?? '';
      if (!isLanguage(lang)) {
        yield {
          message:
            lang === '' ? 'The file names no language.' : `"${lang}" is no language (BCP 47).`,
        };
      }
    },
  },
  {
    id: '7.2-29',
    *check({ elements }) {
      for (const { type, lang } of elements) {
        if (lang !== undefined && lang !== '' && !isLanguage(lang)) {
          yield { message: `A ${type} is in "${lang}", which is no language (BCP 47).` };
        }
      }
    },
  },
];

function xmpOf({ context, catalog }: PdfFile) {
  const stream = entry(catalog, 'Metadata');
  return stream === undefined ? undefined : readXmp(contentOf(context, stream));
}

function isTrue(
  context: PdfFile['context'],
  dict: ReturnType<typeof dictOf>,
  key: string,
): boolean {
  return follow(context, entry(dict, key)) === PDFBool.True;
}

/** Whether a tag is well-formed (RFC 5646, 2.2.9). */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return /^x(?:-[a-z\d]{1,8})+$/iu.test(tag);
  }
}
