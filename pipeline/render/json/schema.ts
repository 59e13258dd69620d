/** What stands in `<slug>.json`, version 1: the resolved plan for programs. Published as `docs/schemas/plan-1.json`. */
import * as z from 'zod';
import { documentTypes, relationTypes, stakeholderTypes } from '../../model/stratml.ts';

const text = z
  .strictObject({
    html: z.string().describe('As HTML: links to other places of the plan are "#" and an anchor.'),
    text: z.string().describe('As plain text, with blank lines between paragraphs.'),
  })
  .describe('A text, twice.');

const measure = z
  .strictObject({
    text: z.string().describe('As the author wrote it.'),
    number: z.string().optional().describe('The decimal in it, without grouping.'),
    date: z.string().optional(),
  })
  .describe('A value of an indicator.');

const result = z.strictObject({
  kind: z.enum(['target', 'actual', 'baseline']),
  from: z.string().optional(),
  to: z.string().optional(),
  value: measure.optional(),
  measure: z.string().optional(),
  reading: z.string().optional(),
  note: z.string().optional(),
  set: z.int().min(1).describe('Results of one set belong together.'),
});

const relation = z.strictObject({
  kind: z.enum(relationTypes).optional(),
  name: z.string(),
  description: z.string(),
  id: z.string().optional(),
  refs: z.array(z.string()),
});

const indicator = z.strictObject({
  anchor: z.string(),
  name: z.string(),
  id: z.string().optional(),
  sequence: z.string().optional(),
  unit: z.string().optional(),
  stage: z.string().optional(),
  type: z.string().optional(),
  baseline: measure.optional(),
  target: measure.optional(),
  actual: measure.optional(),
  status: z.string().optional(),
  results: z.array(result),
  relations: z.array(relation),
  description: text.optional(),
});

const stakeholder = z.strictObject({
  anchor: z.string(),
  name: z.string(),
  kind: z.enum(stakeholderTypes).optional(),
  roles: z.array(z.string()),
  description: text.optional(),
});

const note = z.strictObject({ anchor: z.string(), number: z.int().min(1), content: text });

const part = z.strictObject({
  id: z.string().describe('Such as "recommendation"; a project may have parts of its own.'),
  heading: z.string(),
  anchor: z.string(),
  lead: z.boolean(),
  state: z.enum(['filled', 'waived', 'gap']),
  gap: z.enum(['missing', 'empty', 'placeholder']).optional(),
  content: text.optional().describe('Before the lists, or the reason of a waiver.'),
  stakeholders: z.array(stakeholder).optional(),
  indicators: z.array(indicator).optional(),
  after: text.optional(),
});

const node = {
  anchor: z.string(),
  page: z.string().describe('In the web edition.'),
  number: z.string().optional().describe('A text: "5.10" is not 5.1.'),
  title: z.string(),
  id: z.string().optional(),
  lang: z.string().optional(),
  notes: z.array(note).optional(),
};

const section = z.strictObject({ ...node, intro: text.optional(), parts: z.array(part) });
const goal = z.strictObject({ ...node, body: text.optional(), sections: z.array(section) });

const contributor = z.strictObject({
  name: z.string(),
  role: z.string().describe('A MARC relator code, such as "aut".'),
  fileAs: z.string().optional(),
});

const organization = z.strictObject({
  name: z.string(),
  acronym: z.string().optional(),
  id: z.string().optional(),
  description: z.string().optional(),
});

const submitter = z.strictObject({
  givenName: z.string().optional(),
  surname: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** The whole file. */
export const planJson = z.strictObject({
  briefwright: z.literal(1).describe('The version of this format.'),
  slug: z.string(),
  urn: z.string().describe('urn:uuid: and a UUID, always the same for the same plan.'),
  id: z.string().optional(),
  draft: z.boolean(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  title: z.string(),
  subtitle: z.string().optional(),
  contributors: z.array(contributor),
  organizations: z.array(organization),
  submitter: submitter.optional(),
  date: day.optional(),
  start: day.optional(),
  end: day.optional(),
  rights: z.string().optional(),
  source: z.string().optional(),
  publisher: z.string().optional(),
  subjects: z.array(z.string()),
  summary: z.string().optional(),
  status: z.string().optional(),
  version: z.string().optional(),
  isbn: z.string().optional(),
  handling: z.string().optional(),
  url: z.string().optional(),
  stratml: z
    .strictObject({
      type: z.enum(documentTypes).optional(),
      vision: z.string().optional(),
      mission: z.string().optional(),
      submitter: z.string().optional(),
    })
    .optional(),
  body: text.optional(),
  notes: z.array(note).optional(),
  goals: z.array(goal),
  stakeholders: z
    .array(z.strictObject({ name: z.string(), sections: z.array(z.string()) }))
    .describe('Who is named in which sections, by their anchors.'),
  words: z.int().min(0),
});

export type PlanJson = z.infer<typeof planJson>;
export type TextJson = z.infer<typeof text>;

/** The schema as JSON text (JSON Schema 2020-12), for `docs/schemas/plan-1.json`. */
export function planJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(planJson, { target: 'draft-2020-12' });
  const head = { $schema, $id: 'urn:briefwright:plan:1', title: 'briefwright: a plan, version 1' };
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`;
}
