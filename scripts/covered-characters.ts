/** Writes which characters every text of an edition can show: `npm run fonts:covered`. A test holds it equal to the fonts. */
import { writeFileSync } from 'node:fs';
import { loadFonts } from '../pipeline/build/fonts.ts';
import { coveredRanges } from './font-coverage.ts';

const ranges = await coveredRanges(await loadFonts(process.cwd()));
writeFileSync('pipeline/check/covered-characters.json', `${JSON.stringify(ranges)}\n`);
