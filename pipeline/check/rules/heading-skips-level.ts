import { toString as plainText } from 'mdast-util-to-string';
import type { SourceText } from '../../model/draft.ts';
import type { Fix } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { placeAt, placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const headingSkipsLevel: FileRule = {
  id: 'heading-skips-level',
  severity: 'warning',
  summary: 'A heading stands more than one level beneath the one above it.',
  sees: 'file',
  docs: {
    what: 'A heading with two or more "#" signs more than the heading above it.',
    why: 'Who listens jumps from heading to heading by level. A skipped level sounds as if something were missing, and PDF/UA does not allow it.',
    example: '## Background\n\n#### The pipes',
    instead: '## Background\n\n### The pipes',
  },
  check(file, _context, report) {
    for (const group of file.groups) {
      let above = group.depth;
      for (const block of group.blocks) {
        if (block.type !== 'heading') continue;
        if (block.depth > above + 1) {
          const place = placeOf(file.source, block);
          report({
            message: `The heading "${plainText(block)}" skips a level: "${'#'.repeat(block.depth)}" follows "${'#'.repeat(above)}".`,
            place,
            help: `Write the heading with ${above + 1} "#" signs.`,
            ...lift(file.source, place, block.depth, above + 1),
          });
        }
        above = block.depth;
      }
    }
  },
};

/** A heading that is underlined has no signs to take away. */
function lift(source: SourceText, place: Place, from: number, to: number): { fix?: Fix } {
  const { offset } = place.start;
  if (!source.text.startsWith('#'.repeat(from), offset)) return {};
  const signs = placeAt(source, offset, offset + from);
  const title = `Write the heading with ${to} "#" signs`;
  return { fix: { title, safe: true, edits: [{ place: signs, text: '#'.repeat(to) }] } };
}
