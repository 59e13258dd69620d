/** What every page of a site runs; all of a page is there without it. */
import { fontsFromDisk } from './fonts-from-disk.ts';
import { searchIn } from './search.ts';

fontsFromDisk(document.currentScript);
for (const box of document.querySelectorAll<HTMLElement>('.search')) searchIn(box);
