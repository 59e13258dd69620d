/** The pages' content: everything is in the tree, or an artifact (ISO 14289-1, 7.1). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, numberOf, streamOf } from '../../../pdf/lookup.ts';
import type { Mark } from '../../../pdf/marks.ts';
import { Painting } from '../../../pdf/painting.ts';
import type { Clause, Fault } from '../clause.ts';
import { contentOf, type FilePage, type PdfFile } from '../pdf-file.ts';

export const contentClauses: readonly Clause[] = [
  {
    id: '7.1-1',
    *check(file) {
      yield* once(file, 'An artifact lies within tagged content.', (mark) =>
        chain(mark).some((one) => one.tag === 'Artifact' && one.outer?.content !== undefined),
      );
    },
  },
  {
    id: '7.1-2',
    *check(file) {
      yield* once(file, 'Tagged content lies within an artifact.', (mark) =>
        chain(mark).some((one) => one.mcid !== undefined && one.outer?.artifact),
      );
    },
  },
  {
    id: '7.1-3',
    *check(file) {
      yield* once(
        file,
        'Something on the page is neither tagged nor an artifact.',
        (mark) => !mark?.artifact && mark?.content === undefined,
      );
    },
  },
  {
    id: '7.1-mcid',
    *check(file) {
      const inTree = marksInTree(file);
      for (const page of file.pages) {
        const key = numberOf(file.context, entry(page.dict, 'StructParents'));
        const elements = itemsOf(
          file.context,
          key === undefined ? undefined : file.parents.get(key),
        );
        const lost = marksOf(file, page).find((mark) => {
          const mcid = mark?.content;
          if (mcid === undefined) return false;
          return !inTree.has(`${page.ref} ${mcid}`) || !dictOf(file.context, elements[mcid]);
        });
        if (lost) {
          yield {
            message: `The content marked ${lost.content} is of no element in the structure tree.`,
            page: page.number,
          };
        }
      }
    },
  },
];

/** One fault a page, where anything on it is as the test says. */
function* once(
  file: PdfFile,
  message: string,
  test: (mark: Mark | undefined) => boolean,
): Generator<Fault> {
  for (const page of file.pages) {
    if (marksOf(file, page).some(test)) yield { message, page: page.number };
  }
}

function marksInTree({ elements }: PdfFile): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { kids } of elements) {
    for (const kid of kids) if (kid.kind === 'marked') marks.add(`${kid.page} ${kid.mcid}`);
  }
  return marks;
}

function chain(mark: Mark | undefined): readonly Mark[] {
  return mark ? [mark, ...chain(mark.outer)] : [];
}

const known = new WeakMap<FilePage, readonly (Mark | undefined)[]>();

/** The marks in which a page paints something, each once, undefined for what stands in none; those of its forms too. */
function marksOf(file: PdfFile, page: FilePage): readonly (Mark | undefined)[] {
  const before = known.get(page);
  if (before) return before;
  const marks = new Set<Mark | undefined>();
  collect(file, page.content, page.resources, undefined, marks, 0);
  const found = [...marks];
  known.set(page, found);
  return found;
}

function collect(
  file: PdfFile,
  content: Uint8Array,
  resources: PDFDict | undefined,
  outer: Mark | undefined,
  marks: Set<Mark | undefined>,
  depth: number,
): void {
  const { context } = file;
  const objects = dictOf(context, entry(resources, 'XObject'));
  const painting = new Painting(content, outer);
  while (painting.next()) {
    const { kind, mark, name } = painting;
    if (kind === 'end' || kind === 'text-end' || kind === 'clip') continue;
    const form = kind === 'object' ? streamOf(context, entry(objects, name)) : undefined;
    const isForm = nameOf(context, entry(form?.dict, 'Subtype')) === 'Form';
    if (!form || !isForm || depth > 8) {
      marks.add(mark);
      continue;
    }
    const own = dictOf(context, entry(form.dict, 'Resources')) ?? resources;
    collect(file, contentOf(context, form), own, mark, marks, depth + 1);
  }
}
