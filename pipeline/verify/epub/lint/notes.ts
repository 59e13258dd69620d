/** Whether calls and notes lead to one another. */
import type { Element } from 'xast';
import { elements, type Fault, is, type Parsed, textOf } from './book-file.ts';

/** A call has its note, a note its way back. */
export function lintNotes({ name, root }: Parsed): readonly Fault[] {
  const all = elements(root);
  const ids = new Map(all.map((node) => [node.attributes['id'], node]));
  const calls = all.filter((node) => is(node, 'noteref'));
  const notes = all.filter((node) => is(node, 'footnote'));
  const withoutNote = calls.filter((node) => {
    const note = ids.get((node.attributes['href'] ?? '').replace(/^#/u, ''));
    return note === undefined || !is(note, 'footnote');
  });
  const misnumbered = calls.filter((node) => {
    const note = ids.get((node.attributes['href'] ?? '').replace(/^#/u, ''));
    return note !== undefined && is(note, 'footnote') && !textOf(note).startsWith(textOf(node));
  });
  const called = new Set(calls.map((node) => node.attributes['href']));
  const withoutCall = notes.filter((node) => !called.has(`#${node.attributes['id']}`));
  const withoutBack = notes.filter(
    (node) =>
      !elements(node, 'a').some(
        (link) =>
          link.attributes['role'] === 'doc-backlink' &&
          calls.some(
            (call) =>
              link.attributes['href'] === `#${call.attributes['id']}` &&
              call.attributes['href'] === `#${node.attributes['id']}`,
          ),
      ),
  );
  const fault = (rule: string, node: Element, message: string, help: string) => ({
    rule,
    file: name,
    node,
    message,
    help,
  });
  return [
    ...withoutNote.map((node) =>
      fault(
        'note-missing',
        node,
        `The note that is called here, ${node.attributes['href'] ?? ''}, is not in this document.`,
        'Put the note into the document that calls it.',
      ),
    ),
    ...misnumbered.map((node) =>
      fault(
        'note-number',
        node,
        `The call says "${textOf(node)}", but its note begins with another number.`,
        'Give both the same number.',
      ),
    ),
    ...withoutCall.map((node) =>
      fault(
        'note-not-called',
        node,
        `The note "${node.attributes['id'] ?? ''}" is called nowhere.`,
        'Call it, or take it out.',
      ),
    ),
    ...withoutBack.map((node) =>
      fault(
        'note-without-way-back',
        node,
        `The note "${node.attributes['id'] ?? ''}" has no link back to its call.`,
        'Add a link with role="doc-backlink" to the call.',
      ),
    ),
  ];
}
