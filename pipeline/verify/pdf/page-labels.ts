/** What is printed on each page, as the file says it (ISO 32000-1, 12.4.2). */
import { dictOf, entry, nameOf, numberOf, textOf } from '../../pdf/lookup.ts';
import { roman } from '../../pdf/roman.ts';
import { numberTree, type PdfFile } from './pdf-file.ts';

/** One label a page; without labels in the file, pages are counted from 1. */
export function pageLabels({ context, catalog, pages }: PdfFile): readonly string[] {
  const ranges = numberTree(context, entry(catalog, 'PageLabels'), 0).sort(([a], [b]) => a - b);
  return pages.map((_, index) => {
    const [from, object] = ranges.findLast(([first]) => first <= index) ?? [0, undefined];
    const range = dictOf(context, object);
    const number = index - from + (numberOf(context, entry(range, 'St')) ?? 1);
    const style = range === undefined ? 'D' : nameOf(context, entry(range, 'S'));
    return (textOf(context, entry(range, 'P')) ?? '') + numeral(number, style);
  });
}

function numeral(number: number, style: string | undefined): string {
  switch (style) {
    case 'D':
      return String(number);
    case 'r':
      return roman(number);
    case 'R':
      return roman(number).toUpperCase();
    default:
      return '';
  }
}
