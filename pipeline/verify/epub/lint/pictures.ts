/** Whether each picture has words for those who cannot see it. */
import type { Element } from 'xast';
import { type Book, elements, type Fault, type Parsed } from './book-file.ts';

/** What is there to be seen, and what of it has no words. */
export function picturesOf(documents: readonly Parsed[]): Pick<Book, 'pictures' | 'mute'> {
  const pictures = documents
    .flatMap(({ root }) => elements(root))
    .filter((node) => /^(?:img|svg)$/u.test(node.name) && !isDecoration(node));
  return {
    pictures,
    mute: pictures.filter((node) => (node.name === 'img' ? isMute(node) : isUntitled(node))),
  };
}

export function lintPictures({ documents, mute }: Book): readonly Fault[] {
  const without = new Set(mute);
  return documents.flatMap(({ name, root }) =>
    elements(root)
      .filter((node) => without.has(node))
      .map((node) => ({
        rule: 'picture-without-words',
        file: name,
        node,
        message: 'This picture has no words for those who cannot see it.',
        help: 'Write them in the plan, between the square brackets: ![Hot days a year rose from 4 to 31.](…).',
      })),
  );
}

/** What is there for the eye alone, and says so. */
function isDecoration({ attributes }: Element): boolean {
  return attributes['aria-hidden'] === 'true' || attributes['role'] === 'presentation';
}

function isMute({ attributes }: Element): boolean {
  return (attributes['alt'] ?? '').trim() === '';
}

function isUntitled(node: Element): boolean {
  const { 'aria-label': label, 'aria-labelledby': labelled } = node.attributes;
  return elements(node, 'title').length === 0 && !label && !labelled;
}
