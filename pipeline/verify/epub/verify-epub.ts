/** A finished book through every checker there is on the machine. */
import type { Finding } from '../../model/finding.ts';
import { joinVerdicts, type Remember, type Run, type Verdict } from '../verdict.ts';
import { type Ace, checkWithAce } from './ace.ts';
import { checkWithJava, type JavaEpubCheck } from './epubcheck-java.ts';
import { checkInProcess } from './epubcheck-ts.ts';
import { lintBook } from './lint-book.ts';

/** What was found on the machine. A checker that is undefined is named as not checked, never passed over. */
export interface EpubTools {
  readonly run: Run;
  readonly epubcheck: JavaEpubCheck | undefined;
  readonly ace: Ace | undefined;
  readonly remember: Remember;
}

/** `path` is shown in findings: `dist/nato2020/nato2020.epub`. Never fails: what breaks a checker is a finding or "not checked". */
export async function verifyEpub(
  book: { readonly path: string; readonly bytes: Uint8Array },
  tools: EpubTools,
): Promise<Verdict> {
  const look = (checker: string, check: () => Verdict | Promise<Verdict>) =>
    tools.remember(checker, [book], check);
  const formal = [
    await look('epubcheck', () => checkWithJava(book, tools.epubcheck, tools.run)),
    await look('epubcheck-ts', () => checkInProcess(book)),
    await look('lint', () => lintBook(book)),
  ];
  const { findings, ...rest } = joinVerdicts(formal);
  const broken = findings.some((one) => one.severity === 'error');
  const ace: Verdict = broken
    ? { checked: [], notChecked: [afterErrors], findings: [] }
    : await look('ace', () => checkWithAce(book, tools.ace, tools.run));
  return joinVerdicts([{ ...rest, findings: withoutEchoes(findings) }, ace]);
}

const afterErrors = {
  name: 'Ace by DAISY',
  why: 'The book has errors, and Ace reads only books without.',
  help: 'Mend what the other checkers found, and verify again.',
};

/** Both EPUBChecks use one set of ids: what the first said of a file, the second need not say again. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  for (const { rule, place } of findings) {
    if (rule.startsWith('epubcheck/')) said.add(`${rule.replace('epubcheck/', '')} ${place.path}`);
  }
  return findings.filter(
    ({ rule, place }) =>
      !rule.startsWith('epubcheck-ts/') ||
      !said.has(`${rule.replace('epubcheck-ts/', '')} ${place.path}`),
  );
}
