/** What may stand in front matter, and how each value is brought into the model's form. */
import * as z from 'zod';
import { documentTypes } from '../model/stratml.ts';

const text = z.string().trim().min(1);
const strings = z.union([text.transform((one) => [one]), z.array(text)]);

/** An ISO 8601 day that the calendar has. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'expected a day such as 2035-01-31')
  .refine((value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  }, 'the calendar has no such day');

const language = z.string().refine((value) => {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}, 'expected a language tag such as en or pt-BR');

const contributor = z.union([
  text.transform((name) => ({ name, role: 'aut' })),
  z.strictObject({ name: text, role: text.default('aut'), fileAs: text.optional() }),
]);

const organization = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({
    name: text,
    acronym: text.optional(),
    id: text.optional(),
    description: text.optional(),
  }),
]);

function listOf<T extends z.ZodType>(one: T) {
  return z.union([z.array(one), one.transform((value) => [value])]);
}

/** The front matter of a plan. */
export const planSchema = z.strictObject({
  title: text.optional(),
  subtitle: text.optional(),
  authors: listOf(contributor).optional(),
  organization: listOf(organization).optional(),
  date: day.optional(),
  start: day.optional(),
  end: day.optional(),
  lang: language.optional(),
  dir: z.enum(['ltr', 'rtl']).optional(),
  id: text.optional(),
  rights: text.optional(),
  source: text.optional(),
  publisher: text.optional(),
  subjects: strings.optional(),
  summary: text.optional(),
  status: text.optional(),
  version: text.optional(),
  isbn: text.optional(),
  handling: text.optional(),
  url: z.url({ protocol: /^https?$/u }).optional(),
  submitter: z
    .strictObject({
      givenName: text.optional(),
      surname: text.optional(),
      phone: text.optional(),
      email: text.optional(),
    })
    .optional(),
  stratml: z
    .strictObject({
      type: z.enum(documentTypes).optional(),
      vision: text.optional(),
      mission: text.optional(),
      submitter: text.optional(),
    })
    .optional(),
});

/** The front matter of a goal or a section. */
export const nodeSchema = z.strictObject({
  title: text.optional(),
  sequence: text.optional(),
  id: text.optional(),
  lang: language.optional(),
});
