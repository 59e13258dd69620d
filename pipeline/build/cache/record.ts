/** What the last build and check of a plan left to know, in a file that can be deleted at any time. */
import * as z from 'zod';
import type { Coverage } from '../../check/coverage.ts';
import type { Finding } from '../../model/finding.ts';
import { type Stamps, stampSchema } from './stamps.ts';

/** What goes into a step, by name, each as a hash: `sources`, `config`, `templates` … */
export type StepInputs = Readonly<Record<string, string>>;

const inputsSchema = z.record(z.string(), z.string());

/** What the checksum of a record vouches for is ours, and is not taken apart once more: of thousands of stamps the first tells their form. */
const stampsSchema = z.custom<Stamps>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const [first] = Object.values(value);
  return first === undefined || stampSchema.safeParse(first).success;
});
const findingsSchema = z.custom<readonly Finding[]>(Array.isArray);
const coverageSchema = z.custom<Coverage>((value) => typeof value === 'object' && value !== null);

const checkSchema = z.object({
  inputs: inputsSchema,
  findings: findingsSchema,
  coverage: coverageSchema,
  /** The paths of all texts; those that count as empty, whatever is in them. */
  files: z.array(z.string()),
  blank: z.array(z.string()),
});

const editionSchema = z.object({
  inputs: inputsSchema,
  findings: findingsSchema,
  /** The edition's files within the plan's folder in `dist/`. */
  outputs: stampsSchema,
  /** How long it took to make it, on the clock. */
  seconds: z.number().optional(),
});

export const recordSchema = z.object({
  /** The content of the plan's folder, so that only what changed is read. */
  files: stampsSchema,
  check: checkSchema.optional(),
  editions: z.record(z.string(), editionSchema),
  /** That of the plan's folder in `dist/`. */
  manifest: stampsSchema,
  /** For the summary. */
  words: z.number(),
  /** A hash of what the record with `.pages` behind its name holds; empty before the first print. */
  pages: z.string(),
});

/** The record of a plan. */
export type PlanRecord = z.infer<typeof recordSchema>;
export type CheckRecord = z.infer<typeof checkSchema>;
export type EditionRecord = z.infer<typeof editionSchema>;

/** Of a plan that was never built. */
export const noRecord: PlanRecord = { files: {}, editions: {}, manifest: {}, words: 0, pages: '' };

/** Where every anchor stands in a print: `PageMap` as JSON has it. */
export const pagesSchema = z.object({
  pages: z.array(z.object({ label: z.string() })),
  anchors: z.array(z.tuple([z.string(), z.number()])),
  feet: z
    .array(z.tuple([z.string(), z.object({ page: z.number(), height: z.number() })]))
    .default([]),
});

/** `dist/index.html` and the files beside it. */
export const librarySchema = z.object({ inputs: inputsSchema, outputs: stampsSchema });
export type LibraryRecord = z.infer<typeof librarySchema>;

/** The name of the record of what checkers said of a plan's files. */
export function verdictsName(slug: string): string {
  return `${slug}.verified`;
}
