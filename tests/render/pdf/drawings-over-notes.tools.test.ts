/** Drawings and formulas that would reach into the notes of a page go on to the next one, and are not lost. */
import { expect, test } from 'vitest';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { countedPrinter } from '../../support/counted-printer.ts';
import { editionContext } from '../../support/edition-context.ts';
import { poppler } from '../../support/poppler.ts';
import { flow, goal, part, section } from '../../support/resolved.ts';
import { samplePlan, sentences } from './sample.ts';

const { printer } = browserForTests();

/** A section whose drawing and formula begin so many lines further down its page. */
function sectionWith(lines: number) {
  const s = `s${lines}`;
  const text = Array.from({ length: lines }, () => '<p>A line.</p>').join('');
  const drawing = `<figure><svg viewBox="0 0 300 100"><text x="5" y="60">Drawn${lines}</text></svg></figure>`;
  const formula = `<p><math display="block"><mfrac><mtext>Above${lines}</mtext><mtext>Below${lines}</mtext></mfrac></math></p>`;
  const called = `<p>Called.<sup><a data-note="${s}-n" id="${s}-c">1</a></sup></p>`;
  return section(`1.${lines}`, `Section ${lines}`, `${s}.html`, {
    parts: [part('background', called + text + drawing + formula + text, { anchor: `${s}-b` })],
    notes: [
      {
        anchor: `${s}-n`,
        number: 1,
        calls: [`${s}-c`],
        flow: flow(`<p>Noted${lines}. ${sentences(lines, 2).join(' ')}</p>`),
      },
    ],
  });
}

test('each is there, and the book is printed once', async () => {
  const prints: boolean[] = [];
  const counted = countedPrinter(printer, (tagged) => prints.push(tagged));
  const lines = Array.from({ length: 16 }, (_, at) => at + 10);
  const plan = samplePlan({
    goals: [goal('1', 'A goal', 'goal.html', { sections: lines.map(sectionWith) })],
  });
  const { artifacts } = await pdfEdition.render(
    plan,
    await editionContext('en', { printer: counted }),
  );
  const text = await poppler('pdftotext', artifacts[0]?.bytes ?? new Uint8Array());
  const words = new Set(text.split(/[^A-Za-z\d]+/u));
  const lost = lines
    .flatMap((line) => ['Drawn', 'Above', 'Below', 'Noted'].map((word) => `${word}${line}`))
    .filter((word) => !words.has(word));
  expect(lost).toEqual([]);
  expect(prints).toEqual([true]);
});
