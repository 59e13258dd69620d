/** The editions, in the order they are made: the print first, since the others cite its pages. */
import type { Edition, Format } from '../model/edition.ts';

export const editions: readonly Edition[] = [
  lazy('pdf', async () => (await import('./pdf/edition.ts')).pdfEdition),
  lazy('html', async () => (await import('./html/html.ts')).htmlEdition),
  lazy('single', async () => (await import('./html/single.ts')).singleEdition),
  lazy('epub', async () => (await import('./epub/epub-edition.ts')).epubEdition),
  lazy('stratml', async () => (await import('./stratml/edition.ts')).stratmlEdition),
  lazy('json', async () => (await import('./json/edition.ts')).jsonEdition),
];

/** An edition whose code is loaded when it is made: who wants the site alone does not wait for the book's. */
function lazy(format: Format, load: () => Promise<Edition>): Edition {
  return { format, render: async (plan, context) => (await load()).render(plan, context) };
}
