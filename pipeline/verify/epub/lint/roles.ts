/** Whether what reading systems are told by epub:type, screen readers are told by a role. */
import { elements, type Fault, type Parsed } from './book-file.ts';

/** EPUB Type to ARIA Role Authoring Guide 1.1, 2: the types that stand in our books and have a role of their own. */
const roles: Readonly<Record<string, string>> = {
  backlink: 'doc-backlink',
  chapter: 'doc-chapter',
  footnote: 'doc-footnote',
  index: 'doc-index',
  introduction: 'doc-introduction',
  noteref: 'doc-noteref',
  notice: 'doc-notice',
  'page-list': 'doc-pagelist',
  pagebreak: 'doc-pagebreak',
  part: 'doc-part',
  toc: 'doc-toc',
};

export function lintRoles({ name, root }: Parsed): readonly Fault[] {
  return elements(root).flatMap((node) => {
    // In landmarks the type is that of the place a link leads to.
    if (node.name === 'a' && !/^(?:noteref|backlink)$/u.test(node.attributes['epub:type'] ?? ''))
      return [];
    const types = (node.attributes['epub:type'] ?? '').split(/\s+/u);
    const wanted = types.map((type) => roles[type]).find((role) => role !== undefined);
    if (wanted === undefined || node.attributes['role'] === wanted) return [];
    return {
      rule: 'type-without-role',
      file: name,
      node,
      message: `epub:type="${types.join(' ')}" is told to reading systems, but not to screen readers.`,
      help: `Add role="${wanted}".`,
    };
  });
}
