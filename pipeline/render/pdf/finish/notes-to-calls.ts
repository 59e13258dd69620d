/** Moves notes from the feet of pages to where they are called: so they are read. */
import type { TagKid, TagNode } from '../../../pdf/tag-tree.ts';
import { isInline, withKids } from './map-tags.ts';
import { footType } from './roles.ts';

/** What a note cannot stand after, but may stand in. */
const holders = new Set(['LI', 'LBody', 'TD', 'TH', 'Caption', 'TOCI']);

/**
 * Puts each note behind the block that calls it first. `feet` are the anchors of the notes at the feet, in order;
 * `noteOf` tells which note a link leads to. A note that nothing calls stays where its foot was.
 */
export function notesToCalls(
  document: TagNode,
  feet: readonly string[],
  noteOf: (kid: TagKid) => string | undefined,
): TagNode {
  const notes = new Map<string, TagNode>();
  const gather = (kids: readonly TagKid[], inFoot: boolean) => {
    for (const kid of kids) {
      if (kid.kind !== 'node') continue;
      const anchor = feet[notes.size];
      if (inFoot && kid.type === 'Note' && anchor !== undefined) notes.set(anchor, kid);
      else gather(kid.kids, inFoot || kid.type === footType);
    }
  };
  gather([document], false);
  if (notes.size === 0) return document;
  const moved = new Set<TagKid>();
  const calledIn = (kid: TagKid): readonly TagNode[] => {
    if (kid.kind === 'node') {
      return kid.kids.flatMap((one) => (one.kind !== 'node' || isInline(one) ? calledIn(one) : []));
    }
    const note = notes.get(noteOf(kid) ?? '');
    if (!note || moved.has(note)) return [];
    moved.add(note);
    return [note];
  };
  const move = (node: TagNode): TagNode => {
    const kids = node.kids.flatMap((kid): readonly TagKid[] => {
      if (kid.kind !== 'node' || kid.type === footType || isInline(kid)) return [kid];
      const called = calledIn(kid);
      const inner = move(kid);
      if (!holders.has(kid.type)) return [inner, ...called];
      return [withKids(inner, [...inner.kids, ...called])];
    });
    return withKids(node, kids);
  };
  const clear = (node: TagNode): TagNode => {
    const kids = node.kids.flatMap((kid): readonly TagKid[] => {
      if (kid.kind !== 'node') return [kid];
      return kid.type === footType ? kid.kids.filter((one) => !moved.has(one)) : [clear(kid)];
    });
    return withKids(node, kids);
  };
  return clear(move(document));
}
