/** A finished PDF against PDF/UA-1 (ISO 14289-1), as far as a machine can look. */
import type { Finding } from '../../model/finding.ts';
import { startOf } from '../../model/place.ts';
import type { Verdict } from '../verdict.ts';
import type { Clause, Fault } from './clause.ts';
import { annotationClauses } from './clauses/annotations.ts';
import { contentClauses } from './clauses/content.ts';
import { documentClauses } from './clauses/document.ts';
import { fontClauses } from './clauses/fonts.ts';
import { structureClauses } from './clauses/structure.ts';
import { tableClauses } from './clauses/tables.ts';
import { openFile, type PdfFile } from './pdf-file.ts';

/** Every clause that is looked at. */
export const clauses: readonly Clause[] = [
  ...documentClauses,
  ...structureClauses,
  ...tableClauses,
  ...contentClauses,
  ...annotationClauses,
  ...fontClauses,
];

/** `path` is shown in findings: `dist/nato2020/nato2020.pdf`. Raises nothing: what cannot be read is a finding. */
export async function verifyPdf(pdf: {
  readonly path: string;
  readonly bytes: Uint8Array;
}): Promise<Verdict> {
  try {
    const file = await openFile(pdf.bytes);
    return verdict(clauses.flatMap((clause) => findingOf(pdf.path, clause, file) ?? []));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return verdict([
      {
        severity: 'error',
        rule: 'pdf-ua/unreadable',
        message: `The file cannot be read as a PDF: ${why.split('\n')[0]}`,
        place: startOf(pdf.path),
        help: 'Build it again. A file with a password must be opened and saved without one.',
        related: [],
      },
    ]);
  }
}

function verdict(findings: readonly Finding[]): Verdict {
  const version = `${clauses.length} rules of PDF/UA-1`;
  const what = 'The print against PDF/UA-1 (ISO 14289-1), as far as a machine can look.';
  return {
    checked: [{ name: 'briefwright', version, what, rules: 'pdf-ua/' }],
    notChecked: [],
    findings,
  };
}

/** All that fails one clause, as one finding: what is wrong once is mostly wrong throughout. */
function findingOf(path: string, clause: Clause, file: PdfFile): Finding | undefined {
  const [first, ...more] = [...clause.check(file)];
  if (!first) return undefined;
  return {
    severity: 'error',
    rule: `pdf-ua/${clause.id}`,
    message: `${at(first)}${first.message}${more.length > 0 ? ` So it is ${more.length} times more.` : ''}`,
    place: startOf(path),
    help: 'Build the file again from unchanged templates. If it is found again, report it to briefwright; if not, look at what you changed in templates/pdf/ and styles/pdf/.',
    related: [],
  };
}

function at({ page }: Fault): string {
  return page === undefined ? '' : `Page ${page}: `;
}
