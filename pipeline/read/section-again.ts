/** A section whose file was saved again, read by itself where the rest of the plan need not know. */
import { type ContentModel, partNamed } from '../model/content-model.ts';
import type { DraftSection, Fault } from '../model/draft.ts';
import { nothingKnown } from '../model/known.ts';
import type { RawText } from '../model/sources.ts';
import type { PlanLinks } from './links.ts';
import { type OwnFile, ownFile } from './own-file.ts';
import { parsed } from './parse-file.ts';

export interface SectionAgain {
  readonly section: DraftSection;
  readonly faults: readonly Fault[];
}

/**
 * The section that stands in a file now; undefined where it says something else to the rest of the plan than before: its
 * name and number, its parts, who is named in them, where it can be linked, or a file that nothing has shown yet.
 * `key` stands for the file's path and content.
 */
export function sectionAgain(
  before: DraftSection,
  { raw, key }: { readonly raw: RawText; readonly key: string },
  { model, links }: { readonly model: ContentModel; readonly links: PlanLinks },
): SectionAgain | undefined {
  const { file, faults } = parsed(raw);
  // Of a text that could not be read as it is, more than its section is to be told.
  if (faults.length > 0) return undefined;
  const named = (heading: string) => partNamed(model, heading);
  const own = ownFile({ ...file, key }, key, { model, known: nothingKnown, modelKey: '', named });
  if (saidBy(before) !== saidBy(own.section) || showsOther(own, links)) return undefined;
  own.aim(links.from(raw.path));
  return { section: own.section, faults: own.faults };
}

/** Everything that anchors, numbers, contents, lists of stakeholders, and rules that compare sections go by. */
function saidBy({ matter, title, titleContent, headings, parts }: DraftSection): string {
  return JSON.stringify([
    ...[matter.value, title?.value, titleContent, headings],
    parts.map((part) => [
      ...[part.heading.value, part.depth, part.state, part.headings],
      part.stakeholders.map(({ name, kind, roles }) => [name, kind, roles]),
      part.indicators.length,
    ]),
  ]);
}

function showsOther(
  { links: { addresses }, section }: OwnFile,
  { from, used }: PlanLinks,
): boolean {
  const aim = from(section.source.path);
  return addresses.some(({ url, type }) => {
    const target = aim(url, type);
    return target.kind === 'asset' && !used.has(target.path);
  });
}
