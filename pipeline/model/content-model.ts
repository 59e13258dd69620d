/** What a section must hold: its parts, their headings, and what stands in each. */
import type { Level } from './finding.ts';
import type { Place } from './place.ts';

/**
 * What a part holds.
 * `prose`: any Markdown. `list`: a list is expected. `table`: a table is expected.
 * `stakeholders`: a list read as `Name (Type; Role): what they do`.
 * `indicators`: a list or table read as measures with targets.
 */
export type PartContent = 'prose' | 'list' | 'table' | 'stakeholders' | 'indicators';

/** One part that a section has or may have. */
export interface PartDefinition {
  /** Stable name, such as `recommendation`: used in rule messages, CSS classes and JSON. */
  readonly id: string;
  /** The heading that new sources get and messages show. */
  readonly heading: string;
  /** Other headings that mean the same part, in any language; compared without case and trailing colon. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly content: PartContent;
  /** The part that a reader who only leafs must find: set apart in every edition. */
  readonly lead: boolean;
  /** The heading in other languages, by their code (`fr`): sources in that language get it, and messages show it. */
  readonly headings?: Readonly<Record<string, string>>;
  /** At least so many items: of a list, rows of a table, paragraphs of prose. */
  readonly atLeast?: number;
  readonly wordsAtMost?: number;
  /** How loudly rules report about this part, by rule id, where a project says so. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Where a project's config asks for the part. */
  readonly asked?: Place;
}

/** The parts of a section, in their order. */
export interface ContentModel {
  readonly parts: readonly PartDefinition[];
  /** False where the parts may stand in any order. */
  readonly ordered: boolean;
}

/** The four parts of StratML's Objective (ISO 17469-1: Description, OtherInformation, Stakeholder; ANSI/AIIM 22: PerformanceIndicator). */
export const defaultContentModel: ContentModel = {
  ordered: true,
  parts: [
    {
      id: 'recommendation',
      heading: 'Recommendation',
      headings: { fr: 'Recommandation', de: 'Empfehlung', es: 'Recomendación', ar: 'التوصية' },
      aliases: [
        'Recommendations',
        'Description',
        'Recommandation',
        'Recommandations',
        'Empfehlung',
        'Empfehlungen',
        'Recomendación',
        'Recomendaciones',
        'التوصية',
        'التوصيات',
        'توصية',
        'توصيات',
      ],
      required: true,
      content: 'prose',
      lead: true,
    },
    {
      id: 'background',
      heading: 'Background',
      headings: { fr: 'Contexte', de: 'Hintergrund', es: 'Antecedentes', ar: 'الخلفية' },
      aliases: [
        'Other Information',
        'Context',
        'Contexte',
        'Hintergrund',
        'Antecedentes',
        'Contexto',
        'الخلفية',
        'خلفية',
        'السياق',
        'معلومات أساسية',
      ],
      required: true,
      content: 'prose',
      lead: false,
    },
    {
      id: 'stakeholders',
      heading: 'Stakeholders',
      headings: {
        fr: 'Parties prenantes',
        de: 'Beteiligte',
        es: 'Partes interesadas',
        ar: 'أصحاب المصلحة',
      },
      aliases: [
        'Stakeholder',
        'Stakeholder(s)',
        'Parties prenantes',
        'Beteiligte',
        'Partes interesadas',
        'أصحاب المصلحة',
        'أصحاب مصلحة',
        'صاحب المصلحة',
      ],
      required: true,
      content: 'stakeholders',
      lead: false,
    },
    {
      id: 'indicators',
      heading: 'Indicators',
      headings: { fr: 'Indicateurs', de: 'Indikatoren', es: 'Indicadores', ar: 'المؤشرات' },
      aliases: [
        'Indicator',
        'Indicator(s)',
        'Performance Indicators',
        'Milestones',
        'Indicateurs',
        'Indikatoren',
        'Indicadores',
        'المؤشرات',
        'مؤشرات',
        'مؤشرات الأداء',
        'المؤشر',
      ],
      required: true,
      content: 'indicators',
      lead: false,
    },
  ],
};

/** The model with the headings of a language, where it has them: what sources in that language get. */
export function modelIn(model: ContentModel, lang: string | undefined): ContentModel {
  const language = lang?.split('-', 1)[0]?.toLowerCase() ?? '';
  const parts = model.parts.map((part) => {
    const heading = part.headings?.[language];
    return heading === undefined || heading === part.heading
      ? part
      : { ...part, heading, aliases: [part.heading, ...part.aliases] };
  });
  return { ...model, parts };
}

/** A heading as it is compared with the model's: without case, surrounding space and a colon at the end. */
export function normalizeHeading(heading: string): string {
  return heading.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\s*:$/u, '').toLowerCase();
}

/** The part that a heading opens, or undefined when the model knows none by that name. */
export function partNamed(model: ContentModel, heading: string): PartDefinition | undefined {
  const wanted = normalizeHeading(heading);
  return model.parts.find((part) =>
    [part.heading, ...part.aliases].some((name) => normalizeHeading(name) === wanted),
  );
}
