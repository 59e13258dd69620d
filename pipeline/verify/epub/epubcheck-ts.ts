/** epubcheck-ts: EPUBCheck's rules in our own process, with no Java, and some that EPUBCheck 4.2.6 does not have. */
import type { Severity } from '../../model/finding.ts';
import type { Verdict } from '../verdict.ts';
import { toolFinding } from './tool-finding.ts';

const severities: Readonly<Record<string, Severity>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
};

export async function checkInProcess(book: {
  readonly path: string;
  readonly bytes: Uint8Array;
}): Promise<Verdict> {
  const { EpubCheck, VERSION } = await import('@likecoin/epubcheck-ts');
  const result = await EpubCheck.validate(book.bytes, {}, 'book.epub');
  return {
    checked: [
      {
        name: 'epubcheck-ts',
        version: VERSION,
        what: 'The book against EPUB 3.3, by a second program.',
        rules: 'epubcheck-ts/',
      },
    ],
    notChecked: [],
    findings: result.messages.flatMap(({ id, severity, message, location }) => {
      const ours = severities[severity];
      if (ours === undefined) return [];
      const text = { id, severity: ours, text: message, file: location?.path ?? '' };
      return [toolFinding(book.path, 'epubcheck-ts', { ...text, ...placeOf(location) })];
    }),
  };
}

function placeOf(location: { line?: number; column?: number } | undefined) {
  return { line: location?.line, column: location?.column };
}
