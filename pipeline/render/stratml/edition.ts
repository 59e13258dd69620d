/** The StratML edition: ISO 17469-1 (Part 1) or ANSI/AIIM 22 (Part 2), and the Markdown it cannot say beside it. */
import type { Edition, EditionContext, EditionResult } from '../../model/edition.ts';
import { editionFile } from '../../model/edition.ts';
import type { Finding } from '../../model/finding.ts';
import { keptName } from '../../model/kept-markdown.ts';
import { startOf } from '../../model/place.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import type { DocumentType, StratmlPart } from '../../model/stratml.ts';
import { Identifiers } from './identifiers.ts';
import { keptText } from './keep-markdown.ts';
import { Losses } from './losses.ts';
import { planElement } from './plan-element.ts';
import { writeXml } from './write-xml.ts';

/** Renders `<slug>.stratml.xml`, and `<slug>.stratml.markdown.json` for who imports it again; findings say what StratML has no place for. */
export const stratmlEdition: Edition = { format: 'stratml', render };

async function render(plan: ResolvedPlan, context: EditionContext): Promise<EditionResult> {
  const part = context.stratmlPart ?? partFor(plan);
  const losses = new Losses();
  const identifiers = new Identifiers();
  const { type, findings } = typeOf(plan, part);
  if (part === 1 && plan.stratml?.type !== undefined) losses.in(plan.origin.path)('type');
  const root = planElement(plan, type, { part, losses, identifiers });
  const text = writeXml(root, () => losses.in(plan.origin.path)('control'));
  return {
    artifacts: [
      {
        path: editionFile(plan.slug, 'stratml'),
        bytes: new TextEncoder().encode(text),
        mediaType: 'application/xml',
      },
      {
        path: keptName(editionFile(plan.slug, 'stratml')),
        bytes: new TextEncoder().encode(keptText(plan, root)),
        mediaType: 'application/json',
      },
    ],
    findings: [...findings, ...minted(plan), ...identifiers.findings, ...losses.findings()],
  };
}

/** Part 2 as soon as something needs it: an indicator, a role, a relationship, or a type of document. */
function partFor(plan: ResolvedPlan): StratmlPart {
  const parts = plan.goals.flatMap((goal) => goal.sections).flatMap((section) => section.parts);
  const needs =
    plan.stratml?.type !== undefined ||
    parts.some((part) => part.indicators.length > 0) ||
    parts.some((part) => part.stakeholders.some(hasRoles)) ||
    [plan, ...plan.goals].some(({ body }) =>
      /\((?:[^()]*\W)?(?:Performer|Beneficiary)\b/iu.test(JSON.stringify(body)),
    );
  return needs ? 2 : 1;
}

function hasRoles({
  roles,
  description,
}: {
  roles: readonly string[];
  description: ResolvedPlan['body'];
}): boolean {
  const lists = description.children.some(
    (node) => node.type === 'element' && node.tagName === 'ul',
  );
  return roles.length > 0 || lists;
}

/** What the document calls itself: the author's word, else a guess, which is told. */
function typeOf(
  plan: ResolvedPlan,
  part: StratmlPart,
): { type: DocumentType; findings: Finding[] } {
  const indicators = plan.goals
    .flatMap((goal) => goal.sections)
    .flatMap((section) => section.parts)
    .flatMap((one) => one.indicators);
  if (plan.stratml?.type !== undefined) return { type: plan.stratml.type, findings: [] };
  if (part === 1 || indicators.length === 0) return { type: 'Strategic_Plan', findings: [] };
  const reports = indicators.some(
    ({ actual, results }) => actual !== undefined || results.some(({ kind }) => kind === 'actual'),
  );
  const type = reports ? 'Performance_Report' : 'Performance_Plan';
  const guess: Finding = {
    severity: 'info',
    rule: 'stratml-type',
    message: `StratML asks whether a plan with indicators is a plan or a report; ${type} is written.`,
    place: startOf(plan.origin.path),
    help: `Say it in the front matter of the plan: stratml: { type: ${type} }.`,
    related: [],
  };
  return { type, findings: [guess] };
}

/** Tells which goals and sections have no id of their own. */
function minted(plan: ResolvedPlan): Finding[] {
  const without = plan.goals
    .flatMap((goal) => [goal, ...goal.sections])
    .filter(({ id }) => id === undefined);
  const [first] = without;
  if (first === undefined) return [];
  const many =
    without.length === 1 ? 'One goal or section has' : `${without.length} goals and sections have`;
  return [
    {
      severity: 'info',
      rule: 'stratml-id',
      message: `${many} no id; in StratML each gets one that is made from the name of its file.`,
      place: startOf(first.origin.path),
      help: 'Turn the rule id-unset on and run `briefwright check --fix`: it writes these ids into the front matter, so that they stay when a file is renamed.',
      related: [],
    },
  ];
}
