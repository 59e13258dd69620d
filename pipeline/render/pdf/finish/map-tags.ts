/** Walks and changes trees of tags. */
import { noAttributes, type TagKid, type TagNode } from '../../../pdf/tag-tree.ts';

/** What becomes of an element, its kids done already: itself, changed, several in its place, or nothing. */
export type Step = (node: TagNode) => readonly TagKid[];

/** Applies a step to every element, the innermost first. */
export function mapTags(kids: readonly TagKid[], step: Step): readonly TagKid[] {
  const done: TagKid[] = [];
  for (const kid of kids) {
    if (kid.kind !== 'node') done.push(kid);
    else for (const one of step(withKids(kid, mapTags(kid.kids, step)))) done.push(one);
  }
  return done;
}

/** The element with other kids; itself where they are the same, as most are, so that trees share what is equal. */
export function withKids(node: TagNode, kids: readonly TagKid[]): TagNode {
  const same = kids.length === node.kids.length && kids.every((kid, at) => kid === node.kids[at]);
  return same ? node : { ...node, kids };
}

/** A new element of a type, around kids. */
export function tag(type: string, kids: readonly TagKid[]): TagNode {
  return { kind: 'node', type, kids, attributes: noAttributes };
}

/** The tree without languages that stand around an element already. */
export function withoutEchoes(node: TagNode, around: string): TagNode {
  const kids = node.kids.map((kid) =>
    kid.kind === 'node' ? withoutEchoes(kid, node.lang ?? around) : kid,
  );
  if (node.lang !== around) return withKids(node, kids);
  const { lang: _, ...rest } = node;
  return { ...rest, kids };
}

/** Wraps each run of neighbours that belong together. */
export function wrapRuns(
  kids: readonly TagKid[],
  belongs: (kid: TagKid) => boolean,
  type: string,
): readonly TagKid[] {
  const done: TagKid[] = [];
  let run: TagKid[] = [];
  const close = () => {
    if (run.length > 0) done.push(tag(type, run));
    run = [];
  };
  for (const kid of kids) {
    if (belongs(kid)) run.push(kid);
    else {
      close();
      done.push(kid);
    }
  }
  close();
  return done;
}

const inline = new Set(['Span', 'Em', 'Strong', 'Link', 'Reference', 'Code', 'Quote', 'Form']);

/** Whether something stands in a line of text: content, or an element of a phrase. */
export function isInline(kid: TagKid): boolean {
  return kid.kind !== 'node' || inline.has(kid.type);
}
