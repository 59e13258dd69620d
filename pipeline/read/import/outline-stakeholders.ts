/** Reads the list of stakeholders of an outline page. */
import { findSeam } from './glued-name.ts';
import type { ImportedStakeholder } from './imported.ts';
import { excerpt, type Tell } from './notes.ts';
import type { LabelledLines, OutlineForm, OutlineLayout } from './outline-layout.ts';
import { isBulleted, itemsOf, type OutlineItem } from './outline-text.ts';
import type { Passage } from './passage.ts';
import { paragraph } from './text.ts';

/** A name longer than this is likely to hold a description too. */
const longName = 120;

/**
 * Some pages of form A lack the label "Stakeholder(s):" before the bullets: where a page has bullets, and no such
 * label, the lines from the first bullet of the title's or the background's text on become a part of that name.
 */
export function withStakeholderLabel(layout: OutlineLayout, tell: Tell): OutlineLayout {
  if (layout.form !== 'A' || layout.parts.some(({ label }) => label === 'stakeholders'))
    return layout;
  const cut = (lines: readonly Passage[]): { kept: readonly Passage[]; added: LabelledLines[] } => {
    const index = lines.findIndex(isBulleted);
    const at = lines[index];
    if (at === undefined) return { kept: lines, added: [] };
    tell(
      'guessed',
      'A list stands here without a label; it is read as the stakeholders, as such pages have it.',
      at,
    );
    const list = lines.slice(index);
    return { kept: lines.slice(0, index), added: [{ label: 'stakeholders', at, lines: list }] };
  };
  const lead = cut(layout.lead);
  const parts = layout.parts.flatMap((part) => {
    if (part.label !== 'background' || lead.added.length > 0) return [part];
    const { kept, added } = cut(part.lines);
    return [{ ...part, lines: kept }, ...added];
  });
  return { ...layout, lead: lead.kept, parts: [...lead.added, ...parts] };
}

export function stakeholdersOf(
  lines: readonly Passage[],
  form: OutlineForm,
  width: number,
  tell: Tell,
): ImportedStakeholder[] {
  return itemsOf(lines, form, width).map((item) => {
    if (!item.bulleted) {
      tell(
        'guessed',
        `"${excerpt(item.text.text)}" stands without a bullet; it is read as one stakeholder.`,
        item.text,
      );
    }
    const [name, description] =
      form === 'A' ? splitGlued(item, tell) : splitAtColon(item.text.text);
    if (name.length > longName && description === '') {
      tell(
        'guessed',
        `All of "${excerpt(name)}" is read as a name. Put ": " where the name ends.`,
        item.text,
      );
    }
    const blocks = item.rest.map(({ text }) => paragraph(text));
    return { name, roles: [], description, blocks };
  });
}

/** Form A lost the ": " between name and description. */
function splitGlued(item: OutlineItem, tell: Tell): [string, string] {
  const { text, start, end } = item.text;
  const seam = findSeam(text);
  if (seam === undefined) return [text, ''];
  const [name, description] = [text.slice(0, seam).trim(), text.slice(seam).trim()];
  tell(
    'guessed',
    `The outline runs name and description together; "${name}" is read as the name, "${excerpt(description, 40)}" as the description. Check where the name ends.`,
    { start: start + seam, end },
  );
  return [name, description];
}

function splitAtColon(text: string): [string, string] {
  const match = /^(.+?):\s+(.*)$/su.exec(text);
  return match === null ? [text, ''] : [match[1] ?? '', match[2] ?? ''];
}
