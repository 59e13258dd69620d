/** Notes at the feet of pages, printed: none is lost, each on the page that calls it or the next one. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EditionResult } from '../../../pipeline/model/edition.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { verifyPdf } from '../../../pipeline/verify/pdf/verify-pdf.ts';
import { browserForTests } from '../../support/browser.ts';
import { countedPrinter } from '../../support/counted-printer.ts';
import { editionContext } from '../../support/edition-context.ts';
import { poppler } from '../../support/poppler.ts';
import { flow, goal, part, section } from '../../support/resolved.ts';
import { samplePlan, sentences } from './sample.ts';

const { printer } = browserForTests();

/** Sections of some pages, with a note in each paragraph, of one to five lines, and one that a table calls. */
function sections(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const s = `s${index}`;
    const notes = Array.from({ length: 12 }, (_, at) => ({
      anchor: `${s}-n${at}`,
      number: at + 1,
      calls: [`${s}-c${at}`],
      flow: flow(`<p>Note ${s}n${at} ends. ${sentences(at, at % 4).join(' ')}</p>`),
    }));
    const call = (at: number) =>
      `<sup><a data-note="${s}-n${at}" id="${s}-c${at}">${at + 1}</a></sup>`;
    const html = notes
      .slice(0, -1)
      .map((_, at) => `<p id="${s}-p${at}">${sentences(at * 3, 3).join(' ')}${call(at)}</p>`);
    const table = `<table id="${s}-t"><thead><tr><th>What</th></tr></thead><tbody><tr><td>Cell${call(11)}</td></tr></tbody></table>`;
    const background = part('background', html.join('') + table, { anchor: `${s}-b` });
    return section(`1.${index + 1}`, `Section ${index}`, `${s}.html`, {
      parts: [background],
      notes,
    });
  });
}

describe('a plan with many notes', () => {
  let prints: boolean[];
  let result: EditionResult;
  let pages: readonly string[];
  let read: string;

  async function build(pageMap?: EditionResult['pageMap']) {
    prints = [];
    const counted = countedPrinter(printer, (tagged) => prints.push(tagged));
    const plan = samplePlan({ goals: [goal('1', 'Goal', 'g.html', { sections: sections(4) })] });
    const context = { ...(await editionContext('en', { printer: counted })), pageMap };
    return pdfEdition.render(plan, context);
  }

  beforeAll(async () => {
    result = await build();
    const pdf = result.artifacts[0]?.bytes ?? new Uint8Array();
    pages = (await poppler('pdftotext', pdf, ['-layout'])).split('\f');
    read = await poppler('pdfinfo', pdf, ['-struct-text']);
    expect((await verifyPdf({ path: 'print.pdf', bytes: pdf })).findings).toEqual([]);
  });

  test('is printed once, also where the last build’s page map holds', async () => {
    expect(prints).toEqual([true]);
    const again = await build(result.pageMap);
    expect(prints).toEqual([true]);
    expect(again.artifacts[0]?.bytes).toEqual(result.artifacts[0]?.bytes);
  });

  test('every note is there once, on the page of its call or the next', () => {
    const { anchors } = result.pageMap ?? { anchors: new Map<string, number>() };
    for (let s = 0; s < 4; s += 1) {
      for (let at = 0; at < 12; at += 1) {
        const on = pages.flatMap((page, index) =>
          page.includes(`Note s${s}n${at} ends.`) ? [index] : [],
        );
        expect.soft(on, `s${s}n${at}`).toEqual([anchors.get(`s${s}-n${at}`)]);
        if (at === 11) continue;
        const away = (on[0] ?? -1) - (anchors.get(`s${s}-c${at}`) ?? -1);
        expect.soft([0, 1], `s${s}n${at}`).toContain(away);
      }
    }
  });

  test('most stand at the foot: below all other text of their page', () => {
    const page = pages[result.pageMap?.anchors.get('s0-n0') ?? -1] ?? '';
    const after = page.slice(page.indexOf('Note s0n0 ends.'));
    expect(after).toMatch(/Page \d+ of \d+\s*$/u);
    expect(after).not.toContain('Section');
    expect(result.pageMap?.feet?.size ?? 0).toBeGreaterThan(40);
  });

  test('they are read where they are called', () => {
    for (const at of [0, 1, 2, 3]) {
      const spot = read.indexOf(`Note s0n${at} ends.`);
      // The paragraph's own last sentence, and the first of the next one, read first in this section.
      expect.soft(spot).toBeGreaterThan(read.indexOf(`Observation ${at * 3 + 2} concerns`));
      expect.soft(spot).toBeLessThan(read.indexOf(`Note s0n${at + 1} ends.`));
    }
    expect(read.indexOf('Note s0n0 ends.')).toBeLessThan(read.indexOf('Observation 3 concerns'));
  });
});
