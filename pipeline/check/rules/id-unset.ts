import type { DraftGoal, DraftSection } from '../../model/draft.ts';
import type { Edit } from '../../model/finding.ts';
import type { NodeAddress } from '../../model/link.ts';
import { mintId, nodeKey } from '../../model/mint-id.ts';
import { nameOf, titlePlace } from '../names.ts';
import { lineBreak, placeAt } from '../places.ts';
import type { PlanRule } from '../rule.ts';

export const idUnset: PlanRule = {
  id: 'id-unset',
  severity: 'off',
  summary: 'A goal or section has no id of its own.',
  sees: 'plan',
  docs: {
    what: 'A goal or section without "id" in its front matter. Off until a project asks for it.',
    why: 'StratML and other documents know a section by its id. Without one, an id is made from the name of the file, and changes when the file is renamed.',
    example: '---\nsequence: "3.13"\n---',
    instead: '---\nid: _8dfff094-8b91-11e2-af17-a93768e382cb\nsequence: "3.13"\n---',
  },
  check(draft, _context, report) {
    const plan = draft.matter.value.id ?? draft.slug;
    const look = (node: DraftGoal | DraftSection, address: NodeAddress): void => {
      if (node.matter.value.id !== undefined || node.source.text === '') return;
      const id = mintId(plan, nodeKey(draft.source.path, node.source.path, address));
      report({
        message: `${nameOf(node)} has no id.`,
        place: titlePlace(node),
        help: 'Let `briefwright check --fix` write one, or give it the id that other documents know it by.',
        fix: {
          title: `Write the id ${id}`,
          safe: true,
          edits: [idEdit(node, id, draft.source.path)],
        },
      });
    };
    for (const [goal, one] of draft.goals.entries()) {
      look(one, { goal });
      for (const [section, inner] of one.sections.entries()) look(inner, { goal, section });
    }
  },
};

/** Into the front matter, into one of its own, or after the title where the whole plan is one file. */
function idEdit(node: DraftGoal | DraftSection, id: string, planPath: string): Edit {
  const { source, title } = node;
  if (source.path === planPath && title !== undefined) {
    return { place: { ...title.place, start: title.place.end }, text: ` {#${id}}` };
  }
  const line = lineBreak(source);
  const fence = /^\uFEFF?---[ \t]*\r?\n/u.exec(source.text)?.[0];
  if (fence !== undefined)
    return { place: placeAt(source, fence.length), text: `id: ${id}${line}` };
  const start = source.text.startsWith('\uFEFF') ? 1 : 0;
  return { place: placeAt(source, start), text: `---${line}id: ${id}${line}---${line}${line}` };
}
