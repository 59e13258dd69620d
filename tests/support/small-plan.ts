/** A small plan with every construct that an edition shows, for goldens and for looking at pages. */
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { flow, goal, indicator, part, plan, section, stakeholder } from './resolved.ts';

const alarm = section(
  '1.1',
  'A heat alarm that knocks on the door',
  '1-people/1-1-heat-alarm.html',
  {
    parts: [
      part(
        'recommendation',
        '<p id="p-11" data-paragraph="1">Start the heat alarm by the night temperature, not the day’s, and end each alarm only when every person on the register has been seen.</p>',
        { anchor: 'alarm-recommendation' },
      ),
      part(
        'background',
        `<p id="p-12" data-paragraph="2">Today’s alarm rings when the forecast reaches 35 °C. What wears people out is not the afternoon but the night: a flat that does not fall below 25 °C gives the heart no rest.<sup><a data-note="n-night" id="c-night-1">1</a></sup> A night threshold would have started the alarm three days sooner.</p>
       <h3 id="h-weeks">What the two hot weeks showed</h3>
       <p id="p-13" data-paragraph="3">The city called 4,100 people on its register by telephone. 2,600 answered. The fire service then went from door to door in the harbour quarter and found:</p>
       <ul id="l-14"><li>41 people who needed water, shade and company;</li><li>9 who needed a doctor at once;<sup><a data-note="n-night" id="c-night-2">1</a></sup></li><li>3 who were dead.</li></ul>
       <blockquote id="q-15"><p>A call that is not answered is the beginning of the work.</p></blockquote>
       <p id="p-16" data-paragraph="4">Ninety visitors on call cost as much as two hundred metres of new sewer. The sum stands in <a data-target="s-2-1">streets that drink</a>; the law is <a href="https://example.org/law?a=1&amp;b=2">public</a>, and the threshold is <code>tmin &gt; 25</code>.</p>`,
        { anchor: 'alarm-background' },
      ),
      part('stakeholders', '<p id="p-17" data-paragraph="5">Who acts, and for whom.</p>', {
        anchor: 'alarm-stakeholders',
        stakeholders: [
          stakeholder('City Health Office', {
            kind: 'Organization',
            roles: ['Performer'],
            description: flow(
              '<p>decides on the alarm each day at noon, and ends it.</p><ul><li>keeps the register of people who asked to be called</li><li>trains the visitors, two days each spring</li></ul>',
            ),
          }),
          stakeholder('Visitors', {
            kind: 'Generic_Group',
            roles: ['Performer'],
            description: flow('see each person on their list within a day.'),
          }),
          stakeholder('People over 75 who live alone', {
            kind: 'Generic_Group',
            roles: ['Beneficiary', 'Owner of the key'],
            description: flow('about 9,300, of whom 4,100 are on the register.'),
          }),
          stakeholder('Δρ. Ελένη Παπαδοπούλου', { kind: 'Person' }),
          stakeholder('Neighbours'),
        ],
      }),
      part('indicators', '', {
        anchor: 'alarm-indicators',
        indicators: [
          indicator('People on the register', {
            unit: 'people',
            baseline: { text: '4,100', number: '4100', date: '2025' },
            target: { text: '8,000', number: '8000', date: '2030' },
            actual: { text: '5,212', number: '5212' },
            status: 'on track',
          }),
          indicator('Unanswered calls that became a visit on the same day', {
            unit: '% of calls',
            baseline: { text: '0', number: '0', date: '2025' },
            target: { text: '100', number: '100', date: '2027-12-31' },
            description: flow('Counted by the duty officer, every morning.'),
          }),
          indicator('Deaths above an ordinary July', {
            target: { text: 'fewer than 20 deaths', number: '20', date: '2035' },
          }),
        ],
      }),
    ],
    notes: [
      {
        anchor: 'n-night',
        number: 1,
        calls: ['c-night-1', 'c-night-2'],
        flow: flow(
          '<p>Measured in 212 bedrooms between 1 July and 15 August 2025. The doctors’ list and the bedrooms’ list were matched by street, never by name.</p>',
        ),
      },
    ],
  },
);

const streets = section('2.1', 'Streets that drink', '2-water/2-1-streets.html', {
  intro: flow('<p id="p-20" data-paragraph="2">First adopted in 2019.</p>'),
  parts: [
    part(
      'recommendation',
      '<p id="p-21" data-paragraph="1">Rebuild thirty streets by 2033 so that each holds the rain of an ordinary storm:</p><ol><li>in its own ground,</li><li>and sends none of it to the drain.</li></ol>',
      { anchor: 'streets-recommendation' },
    ),
    part(
      'background',
      `<p id="p-22" data-paragraph="3">Dutch engineers say <span lang="nl">vasthouden, bergen, afvoeren</span>: hold it, store it, and only then let it go. The <a data-target="p-12">alarm’s paragraph 2</a> says why.</p>
       <figure id="f-1"><img data-asset="sources/cool/images/Street section.svg" alt="A cut through a street." width="640" height="240"><figcaption><span data-caption="figure" data-number="1"></span>A street that drinks, cut across</figcaption></figure>
       <table id="t-1"><caption><span data-caption="table" data-number="1"></span>The first streets</caption><thead><tr><th>Street</th><th align="right">Length, m</th><th align="right">Trees 2025</th><th align="right">Trees 2035</th><th align="right">Water held, m³</th><th>Year</th></tr></thead><tbody><tr><td>Alder Street</td><td align="right">420</td><td align="right">12</td><td align="right">42</td><td align="right">375</td><td>2027</td></tr><tr><td>Beacon Hill</td><td align="right">510</td><td align="right">20</td><td align="right">50</td><td align="right">1,610</td><td>2027</td></tr></tbody></table>
       <pre id="c-1"><code class="language-text">held = area * 25 mm * 0.33  # a third of the trench is air, or after a storm water</code></pre>`,
      { anchor: 'streets-background' },
    ),
    part('stakeholders', '', {
      anchor: 'streets-stakeholders',
      state: 'waived',
      flow: flow('The streets are listed one by one in the appendix.'),
    }),
    part('indicators', '', {
      anchor: 'streets-indicators',
      indicators: [
        indicator('Streets that hold an ordinary storm'),
        indicator('Cellars flooded in the harbour quarter'),
      ],
    }),
  ],
});

const arabic = section('2.2', 'أشجار الشوارع', '2-water/2-2-trees.html', {
  lang: 'ar',
  parts: [
    part('recommendation', '<p id="p-31" data-paragraph="1">ازرعوا ألف شجرة كل عام.</p>', {
      anchor: 'trees-recommendation',
      heading: 'التوصية',
    }),
    part('background', '', { anchor: 'trees-background', state: 'gap', gap: 'missing' }),
    part('stakeholders', '', { anchor: 'trees-stakeholders', state: 'gap', gap: 'empty' }),
    part('indicators', '', { anchor: 'trees-indicators', state: 'gap', gap: 'placeholder' }),
  ],
});

const image = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" width="640" height="240"><rect width="640" height="240" fill="#dfe7ef"/><path d="M0 160h240v60h160v-60h240" fill="none" stroke="#14406e" stroke-width="6"/></svg>',
);

/** Two goals, three sections; `rest` overrides what the plan says of itself. */
export function smallPlan(rest: Partial<ResolvedPlan> = {}): ResolvedPlan {
  return plan({
    slug: 'cool',
    title: 'Cool City 2035',
    subtitle: 'A plan for heat and water in the City of Estrand',
    titleFlow: flow('Cool City 2035'),
    contributors: [
      { name: 'Marta Lindqvist', role: 'aut', fileAs: 'Lindqvist, Marta' },
      { name: 'Ελένη Παπαδοπούλου', role: 'edt' },
    ],
    organizations: [
      { name: 'City of Estrand', acronym: 'CoE' },
      { name: 'Ask Valley Water Board', acronym: 'AVWB' },
    ],
    publisher: 'City of Estrand, Department for Public Space',
    date: '2026-03-02',
    start: '2026-01-01',
    end: '2035-12-31',
    rights: 'CC BY 4.0',
    status: 'Consultation draft',
    version: '1.0',
    subjects: ['heat', 'water'],
    url: 'https://estrand.example.org/plans/cool',
    summary:
      'How a city of 310,000 people keeps its people safe in heat, holds its rain, and answers for what it spends.',
    body: flow(
      '<p id="p-1" data-paragraph="1">Estrand was built for wind and rain. Its houses keep warmth in, its drains send water to the sea as fast as they can, and for a century and a half both did what they were asked. They are now asked for the opposite.</p><p id="p-2" data-paragraph="2">Three choices run through it:</p><ol id="l-3"><li><strong>People before buildings.</strong> Most of those who die in heat die at home, alone, and indoors.</li><li><strong>Water where it falls.</strong> A street that holds its rain is cooler in July and drier in November.</li></ol>',
    ),
    goals: [
      goal('1', 'People first', '1-people/index.html', {
        body: flow(
          '<p id="p-10" data-paragraph="1">Heat kills quietly. In the two hot weeks of July 2025 the city’s doctors signed 64 more death certificates than in an ordinary July, and no newspaper carried a picture.</p>',
        ),
        sections: [alarm],
      }),
      goal('2', 'Water where it falls', '2-water/index.html', { sections: [streets, arabic] }),
    ],
    stakeholders: [
      { name: 'City Health Office', mentions: [{ section: alarm, roles: ['Performer'] }] },
      { name: 'Visitors', mentions: [{ section: alarm, roles: ['Performer'] }] },
      {
        name: 'People over 75 who live alone',
        mentions: [{ section: alarm, roles: ['Beneficiary', 'Owner of the key'] }],
      },
      { name: 'Δρ. Ελένη Παπαδοπούλου', mentions: [{ section: alarm, roles: [] }] },
      { name: 'Neighbours', mentions: [{ section: alarm, roles: [] }] },
    ],
    assets: new Map([
      [
        'sources/cool/images/Street section.svg',
        {
          path: 'sources/cool/images/Street section.svg',
          mediaType: 'image/svg+xml',
          width: 640,
          height: 240,
          bytes: image,
          sha256: '0123456789abcdef'.repeat(4),
        },
      ],
    ]),
    pages: new Map([
      ['plan', 'index.html'],
      ['g-1', '1-people/index.html'],
      ['s-1-1', '1-people/1-1-heat-alarm.html'],
      ['p-12', '1-people/1-1-heat-alarm.html'],
      ['n-night', '1-people/1-1-heat-alarm.html'],
      ['g-2', '2-water/index.html'],
      ['s-2-1', '2-water/2-1-streets.html'],
      ['s-2-2', '2-water/2-2-trees.html'],
    ]),
    ...rest,
  });
}
