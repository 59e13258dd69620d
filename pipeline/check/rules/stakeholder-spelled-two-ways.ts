import type { DraftPlan, DraftSection, Stakeholder } from '../../model/draft.ts';
import { nameOf } from '../names.ts';
import type { PlanRule } from '../rule.ts';
import { nameKey, namePlace, stakeholderParts } from '../stakeholders.ts';

export const stakeholderSpelledTwoWays: PlanRule = {
  id: 'stakeholder-spelled-two-ways',
  severity: 'warning',
  summary: 'Two sections spell a stakeholder in two ways.',
  sees: 'plan',
  docs: {
    what: 'A name that another section of the plan spells otherwise: with other capitals, accents, hyphens or apostrophes, with an article, or in the plural. The spelling that most sections use is taken for the right one.',
    why: 'The index of stakeholders lists the two as two bodies, and whoever looks up one misses what the other has to do.',
    example: '1.1: - Weather service: warns\n1.2: - Weather Services: measures',
    instead: '1.1: - Weather service: warns\n1.2: - Weather service: measures',
  },
  check(draft, context, report) {
    for (const mentions of mentionsByKey(draft).values()) {
      const usual = usualSpelling(mentions, context.register);
      const first = mentions.find(({ stakeholder }) => stakeholder.name === usual);
      for (const { section, stakeholder } of mentions) {
        const { name } = stakeholder;
        if (name === usual || first === undefined || first.section === section) continue;
        const place = namePlace(section, stakeholder);
        report({
          message: `${nameOf(section)} calls "${usual}" by another spelling: "${name}".`,
          place,
          help: `Write "${usual}" in every section, or another name where somebody else is meant.`,
          related: [
            {
              message: `${nameOf(first.section)} calls it so.`,
              place: namePlace(first.section, first.stakeholder),
            },
          ],
          ...(place === stakeholder.place
            ? {}
            : {
                fix: { title: `Write "${usual}"`, safe: false, edits: [{ place, text: usual }] },
              }),
        });
      }
    }
  },
};

interface Mention {
  readonly section: DraftSection;
  readonly stakeholder: Stakeholder;
}

function mentionsByKey(draft: DraftPlan): ReadonlyMap<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const section of draft.goals.flatMap((goal) => goal.sections)) {
    for (const stakeholder of stakeholderParts(section).flatMap((part) => part.stakeholders)) {
      const key = nameKey(stakeholder.name);
      if (key === '') continue;
      const mentions = found.get(key) ?? [];
      found.set(key, mentions);
      mentions.push({ section, stakeholder });
    }
  }
  return found;
}

/** The register's spelling, else the one used most; of two used as often, the first. */
function usualSpelling(
  mentions: readonly Mention[],
  register: readonly string[] | undefined,
): string {
  const counts = new Map<string, number>();
  for (const { stakeholder } of mentions) {
    counts.set(stakeholder.name, (counts.get(stakeholder.name) ?? 0) + 1);
  }
  const names = [...counts].toSorted((one, other) => other[1] - one[1]).map(([name]) => name);
  return names.find((name) => register?.includes(name)) ?? names[0] ?? '';
}
