/** A plan of a few pages for the print's tests: two goals, long and short sections, tables, notes, a waiver. */
import type {
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
} from '../../../pipeline/model/resolved.ts';
import { flow, goal, indicator, part, plan, section, stakeholder } from '../../support/resolved.ts';

/** Sentences of ordinary length, each with its own number, so that a test can look for all of them. */
export function sentences(from: number, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) =>
      `Observation ${from + at} concerns the implementation of multilateral commitments, whose responsibilities the municipal administration describes in considerable detail.`,
  );
}

function paragraphs(anchor: string, from: number, count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p id="${anchor}-p${at + 1}" data-paragraph="${at + 2}">${sentences(from + at * 4, 4).join(' ')}</p>`,
  ).join('');
}

function parts(anchor: string, length: number): readonly ResolvedPart[] {
  const at = (id: string) => ({ anchor: `${anchor}-${id}` });
  return [
    part(
      'recommendation',
      `<p id="${anchor}-r" data-paragraph="1">Combine reassurance for all members with a constructive re-engagement of every partner named below.</p>`,
      at('recommendation'),
    ),
    part('background', paragraphs(`${anchor}-b`, 1, length), at('background')),
    part('stakeholders', '', {
      ...at('stakeholders'),
      stakeholders: [
        stakeholder('City Health Office', {
          anchor: `${anchor}-who-1`,
          kind: 'Organization',
          roles: ['Performer'],
          description: flow('decides on the alarm each day at noon, and ends it.'),
        }),
        stakeholder('Ελένη Παπαδοπούλου', {
          anchor: `${anchor}-who-2`,
          kind: 'Person',
          roles: ['Performer', 'Beneficiary'],
        }),
        stakeholder('منظمة الصحة', { anchor: `${anchor}-who-3` }),
      ],
    }),
    part('indicators', '', {
      ...at('indicators'),
      indicators: [
        indicator('People on the register', {
          anchor: `${anchor}-what-1`,
          unit: 'people',
          baseline: { text: '4,100', number: '4100', date: '2025' },
          target: { text: '8,000', number: '8000', date: '2030' },
        }),
        indicator('Unanswered calls that became a visit', {
          anchor: `${anchor}-what-2`,
          unit: '% of calls',
          target: { text: '100', number: '100', date: '2027' },
        }),
      ],
    }),
  ];
}

function example(number: string, title: string, length: number): ResolvedSection {
  const anchor = `s-${number.replaceAll('.', '-')}`;
  return section(number, title, `${anchor}.html`, { anchor, parts: parts(anchor, length) });
}

const waived: ResolvedSection = section('3.13', 'Russia', 's-3-13.html', {
  parts: [
    part(
      'recommendation',
      '<p id="w-r" data-paragraph="1">See <a data-target="s-1-2">cool rooms</a> first.</p>',
      { anchor: 'w-recommendation' },
    ),
    part(
      'background',
      '<p id="w-b" data-paragraph="2">Words of a note<sup><a data-note="w-n1" id="w-c1">1</a></sup> and <code>implementation_detail</code>.</p><blockquote id="w-q"><p>A quotation, with <em>stress</em>.</p></blockquote><ul id="w-l"><li>first</li><li>second</li></ul>',
      { anchor: 'w-background' },
    ),
    part('stakeholders', '<ul id="w-s"><li>Russia</li></ul>', { anchor: 'w-stakeholders' }),
    part('indicators', 'The source text of this section names no indicators.', {
      anchor: 'w-indicators',
      state: 'waived',
    }),
  ],
  notes: [{ anchor: 'w-n1', number: 1, calls: ['w-c1'], flow: flow('<p>What the note says.</p>') }],
});

/** The plan, with the anchors of all its blocks. */
export function samplePlan(change: Partial<ResolvedPlan> = {}): ResolvedPlan {
  const made = content(change);
  const anchors = [...JSON.stringify(made).matchAll(/"(?:id|anchor)":"([^"]+)"/gu)];
  return { ...made, pages: new Map(anchors.map(([, anchor = '']) => [anchor, 'index.html'])) };
}

function content(change: Partial<ResolvedPlan>): ResolvedPlan {
  return plan({
    slug: 'sample',
    title: 'Cool City 2035',
    subtitle: 'A plan for heat and water',
    date: '2026-03-02',
    start: '2026-01-01',
    end: '2035-12-31',
    status: 'Sample',
    organizations: [{ name: 'City of Estrand', acronym: 'CoE' }],
    contributors: [{ name: 'Marta Lindqvist', role: 'aut' }],
    summary: 'How a city keeps its people safe in heat, and holds its rain.',
    body: flow(`<p id="about-1" data-paragraph="1">${sentences(900, 5).join(' ')}</p>`),
    goals: [
      goal('1', 'People first', 'g-1.html', {
        body: flow(`<p id="g1-p1" data-paragraph="1">${sentences(800, 3).join(' ')}</p>`),
        sections: [
          example('1.1', 'A heat alarm that knocks on the door', 4),
          example('1.2', 'Cool rooms', 3),
          example('1.10', 'Outdoor work', 9),
        ],
      }),
      goal('3', 'Partnerships', 'g-3.html', { sections: [waived] }),
    ],
    ...change,
  });
}
