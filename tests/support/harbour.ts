/** A small plan with every construct of a book, resolved by hand. */
import type { PageMap } from '../../pipeline/model/edition.ts';
import type { Asset, ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { flow, goal, indicator, part, plan, section, stakeholder } from './resolved.ts';

/** One red pixel, eight by four on the page. */
const pixel: Asset = {
  path: 'sources/harbour/pixel.png',
  mediaType: 'image/png',
  width: 8,
  height: 4,
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
  sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
};

const quay = section('1.1', 'Raise the quay', '1-water/1-1-raise-the-quay.html', {
  intro: flow(
    '<p id="quay-1" data-paragraph="1">The quay is low. See <a data-target="s-1-2">the next measure</a>.</p>',
  ),
  parts: [
    part('recommendation', '<p id="quay-2">Raise the quay by <em>one metre</em>.</p>', {
      anchor: 'quay-recommendation',
    }),
    part(
      'background',
      `<p id="quay-3" data-paragraph="2">It floods twice a year.<sup><a data-note="quay-note-1" id="quay-call-1">1</a></sup> In Dutch: <span lang="nl">hoog water</span>.</p>
<figure id="quay-4" class="figure"><img data-asset="sources/harbour/pixel.png" alt="A red dot"><figcaption><span data-caption="figure" data-number="1"></span>The quay</figcaption></figure>
<table id="quay-5"><caption><span data-caption="table" data-number="1"></span>Floods</caption><thead><tr><th>Year</th><th align="right">Days</th></tr></thead><tbody><tr><td>2024</td><td align="right">2</td></tr></tbody></table>
<p id="quay-6" data-paragraph="3">A formula: <math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>, and <code>code ]]&gt; end</code>.</p>`,
      { anchor: 'quay-background' },
    ),
    part('stakeholders', '', {
      anchor: 'quay-stakeholders',
      stakeholders: [
        stakeholder('Harbour Office', {
          kind: 'Organization',
          roles: ['Performer'],
          description: flow('builds it'),
        }),
      ],
    }),
    part('indicators', '', {
      anchor: 'quay-indicators',
      indicators: [
        indicator('Days under water', {
          unit: 'days',
          baseline: { text: '2', number: '2', date: '2024' },
          target: { text: '0', number: '0', date: '2030' },
          status: 'on track',
        }),
      ],
    }),
  ],
  notes: [
    {
      anchor: 'quay-note-1',
      number: 1,
      calls: ['quay-call-1'],
      flow: flow('<p>Counted since 1950.</p>'),
    },
  ],
});

const pumps = section('1.2', 'Buy <pumps> & hoses', '1-water/1-2-pumps.html', {
  titleFlow: flow('Buy &lt;pumps&gt; &amp; hoses'),
  parts: [
    part('recommendation', '<p id="pumps-1">Buy two pumps.</p>', {
      anchor: 'pumps-recommendation',
    }),
    part('background', '<ul id="pumps-2"><li><p>One for each basin.</p></li></ul>', {
      anchor: 'pumps-background',
    }),
    part('indicators', 'Nobody counts pumps.', {
      anchor: 'pumps-indicators',
      state: 'waived',
    }),
  ],
});

/** Two sections under one goal. */
export const harbour: ResolvedPlan = (() => {
  const water = goal('1', 'Water', '1-water/index.html', {
    body: flow('<p id="water-1" data-paragraph="1">What the harbour does about water.</p>'),
    sections: [quay, pumps],
  });
  const own = [...'123456'].map((n) => [`quay-${n}`, quay.page] as const);
  return plan({
    slug: 'harbour',
    title: 'The Harbour Plan',
    subtitle: 'Until 2030',
    contributors: [
      { name: 'Ana Ruiz', role: 'aut', fileAs: 'Ruiz, Ana' },
      { name: 'Ole Berg', role: 'edt' },
    ],
    organizations: [{ name: 'Port of Estrand', acronym: 'PoE' }],
    date: '2026-03-02',
    start: '2026-01-01',
    urn: 'urn:uuid:3d1f2a64-7c0b-5e8e-9a57-0c2d44b1e635',
    rights: 'CC BY 4.0',
    publisher: 'Port of Estrand',
    subjects: ['water', 'harbours'],
    summary: 'How the harbour stays dry.',
    isbn: '978-3-16-148410-0',
    body: flow('<p id="plan-1" data-paragraph="1">The plan, in one paragraph.</p>'),
    goals: [water],
    tables: [{ anchor: 'quay-5', page: quay.page, number: 1, caption: 'Floods' }],
    figures: [{ anchor: 'quay-4', page: quay.page, number: 1, caption: 'The quay' }],
    stakeholders: [{ name: 'Harbour Office', mentions: [{ section: quay, roles: ['Performer'] }] }],
    assets: new Map([[pixel.path, pixel]]),
    pages: new Map([
      ['plan', 'index.html'],
      ['plan-1', 'index.html'],
      [water.anchor, water.page],
      [quay.anchor, quay.page],
      [pumps.anchor, pumps.page],
      ['who-harbour-office', quay.page],
      ...own,
    ]),
    words: 61,
  });
})();

/** Its print: roman front matter, then pages 1 to 3. */
export const harbourPages: PageMap = {
  pages: [
    { label: '' },
    { label: 'ii' },
    { label: 'iii' },
    { label: '1' },
    { label: '2' },
    { label: '3' },
    { label: '4' },
  ],
  anchors: new Map([
    ['plan-1', 1],
    ['water-1', 3],
    ['quay-1', 3],
    ['quay-3', 3],
    ['quay-5', 4],
    ['pumps-1', 5],
    ['print-stakeholders', 6],
  ]),
};
