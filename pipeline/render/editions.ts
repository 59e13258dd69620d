/** The editions, in the order they are made: the print first, since the others cite its pages. */
import type { Edition } from '../model/edition.ts';
import { epubEdition } from './epub/epub-edition.ts';
import { htmlEdition } from './html/html.ts';
import { singleEdition } from './html/single.ts';
import { jsonEdition } from './json/edition.ts';
import { pdfEdition } from './pdf/edition.ts';
import { stratmlEdition } from './stratml/edition.ts';

export const editions: readonly Edition[] = [
  pdfEdition,
  htmlEdition,
  singleEdition,
  epubEdition,
  stratmlEdition,
  jsonEdition,
];
