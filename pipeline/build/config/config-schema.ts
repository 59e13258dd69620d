/** What a config may say, checked at the edge. `docs/schemas/config-1.json` is made from it. */
import * as z from 'zod';
import { pageSizes, usualSheet } from '../../model/sheet.ts';

const levelWords = 'expected error, warning, info or off';
const level = z.enum(['error', 'warning', 'info', 'off'], { error: levelWords });
const levels = z.record(z.string(), level);
const text = z.string().trim().min(1, 'expected a text');
const count = z.int('expected a whole number').min(0, 'expected a whole number, 0 or more');
const atLeastOne = z.int('expected a whole number').min(1, 'expected a whole number, 1 or more');
const byLanguage = z.record(
  z.string().regex(/^[a-z]{2,3}$/u, 'expected a language code such as fr'),
  text,
);
const texts = z.array(text, { error: 'expected a list of texts' });

const part = z.strictObject({
  heading: z
    .union([text, byLanguage], {
      error: 'expected a heading, or headings by language such as { en: Finding, fr: Constat }',
    })
    .meta({
      description: 'The heading above the part; by language where sections are in several.',
    }),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u, 'expected lower-case letters, digits and hyphens')
    .optional()
    .meta({ description: 'The part’s name in messages, style sheets and JSON.' }),
  aliases: z
    .union([texts, z.record(z.string(), z.union([text, texts]))], {
      error: 'expected a list of headings, or lists by language',
    })
    .optional()
    .meta({ description: 'Other headings that mean the same part; by language, if you like.' }),
  required: z
    .boolean('expected true or false')
    .default(true)
    .meta({ description: 'Whether a section without the part is a fault.' }),
  lead: z
    .boolean('expected true or false')
    .optional()
    .meta({ description: 'Set apart in every edition. The first part, unless said otherwise.' }),
  content: z
    .enum(['prose', 'list', 'table', 'stakeholders', 'indicators'], {
      error: 'expected prose, list, table, stakeholders or indicators',
    })
    .default('prose')
    .meta({ description: 'What stands in the part.' }),
  atLeast: atLeastOne.optional().meta({
    description: 'At least so many items of a list, rows of a table, paragraphs of prose.',
  }),
  wordsAtMost: atLeastOne.optional().meta({ description: 'At most so many words.' }),
  severity: z
    .union([level, levels], { error: `${levelWords}, or levels by rule` })
    .optional()
    .meta({ description: 'How loudly rules report about this part.' }),
});

const claim = z.strictObject({
  level: z
    .enum(['A', 'AA', 'AAA'], { error: 'expected A, AA or AAA' })
    .meta({ description: 'The level of WCAG 2.2 that the book was found to reach.' }),
  certifiedBy: text.meta({ description: 'Who examined the book.' }),
  report: z
    .url({ protocol: /^https?$/u, error: 'expected an address such as https://example.org/report' })
    .optional()
    .meta({ description: 'Where the report stands.' }),
});

/** The paper of the print, as a config and the command line say it. */
export const sheetSchema = z.strictObject({
  size: z
    .enum(pageSizes, {
      error: `expected ${pageSizes.slice(0, -1).join(', ')} or ${pageSizes.at(-1)}`,
    })
    .default(usualSheet.size)
    .meta({ description: 'The page, as it is cut.' }),
  sides: z
    .union([z.literal(1), z.literal(2)], { error: 'expected 1 or 2' })
    .default(usualSheet.sides)
    .meta({ description: 'On 2 sides, goals open on a right-hand page.' }),
  bleed: z
    .string('expected millimetres such as 3mm')
    .regex(/^(?:\d|1\d)(?:\.\d+)?mm$|^0$/u, 'expected millimetres such as 3mm, below 20mm')
    .default('0mm')
    .meta({ description: 'How far the print reaches over the page’s edge.' }),
  marks: z
    .boolean('expected true or false')
    .default(usualSheet.marks)
    .meta({ description: 'Whether marks show where to cut.' }),
  grey: z
    .boolean('expected true or false')
    .default(usualSheet.grey)
    .meta({ description: 'Whether all is printed in black ink.' }),
});

const usualPrint: z.output<typeof sheetSchema> = { ...usualSheet, bleed: `${usualSheet.bleed}mm` };

export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    sources: z
      .union([text.transform((one) => [one]), texts.min(1, 'expected at least one')], {
        error: 'expected a folder, a file or a glob, or a list of them',
      })
      .default(['sources'])
      .meta({ description: 'Where the plans are, relative to the config.' }),
    parts: z
      .array(part, { error: 'expected a list of parts' })
      .min(1, 'expected at least one part')
      .optional()
      .meta({ description: 'The parts of a section, in their order.' }),
    order: z
      .enum(['listed', 'any'], { error: 'expected listed or any' })
      .default('listed')
      .meta({ description: 'Whether parts must stand in the order of "parts".' }),
    rules: levels.default({}).meta({ description: 'How loudly rules report.' }),
    folders: z
      .record(z.string(), levels)
      .default({})
      .meta({ description: 'How loudly rules report beneath a folder.' }),
    stakeholders: z
      .strictObject({
        register: texts.optional().meta({ description: 'The names that may be used.' }),
        roles: texts.default([]).meta({ description: 'Roles beside Performer and Beneficiary.' }),
      })
      .default({ roles: [] }),
    minCoverage: z
      .record(
        z.string(),
        z
          .number('expected a number of percent')
          .min(0, 'expected 0 to 100')
          .max(100, 'expected 0 to 100'),
      )
      .default({})
      .meta({
        description: 'The least share of sections, in percent, with a part filled or waived.',
      }),
    accessibility: z.record(z.string(), claim).default({}).meta({
      description: 'Claims of accessibility that people make about the books, by the plan’s name.',
    }),
    print: sheetSchema.default(usualPrint).meta({ description: 'The paper of the print.' }),
    theme: text.optional().meta({
      description:
        'The look of all editions: bureau, journal, or a file of your own in styles/themes/.',
    }),
    strict: z
      .boolean('expected true or false')
      .default(false)
      .meta({ description: 'Whether warnings fail too, as with --strict.' }),
    maxWarnings: count
      .optional()
      .meta({ description: 'How many warnings are borne, as with --max-warnings.' }),
    baseline: text
      .default('briefwright-baseline.json')
      .meta({ description: 'The file that holds the findings a project lives with for now.' }),
  })
  .meta({ title: 'The config of a briefwright project' });

/** A config that passed, its defaults filled in. */
export type CheckedConfig = z.output<typeof configSchema>;
