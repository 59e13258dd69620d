/** Findings in the words of the Language Server Protocol (3.17). */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Finding, Fix, Severity } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Where a rule's page stands, for the link that editors show. */
const pages = 'https://github.com/briefwright/briefwright/blob/main/docs/rules';

/** Both count UTF-16 units; the protocol from 0. */
export function rangeOf({ start, end }: Place): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function uriOf(root: string, file: string): string {
  return pathToFileURL(path.resolve(root, file)).href;
}

export function diagnosticOf(finding: Finding, root: string): Diagnostic {
  const { severity, rule, message, help, place, related } = finding;
  return {
    range: rangeOf(place),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: `${pages}/${rule}.md` },
    source: 'briefwright',
    message: `${message} ${help}`,
    relatedInformation: related.map((one) => ({
      location: { uri: uriOf(root, one.place.path), range: rangeOf(one.place) },
      message: one.message,
    })),
  };
}

/** The fix of a finding as a quick fix; the safe one is the one that "fix" alone takes. */
export function quickFixOf(finding: Finding, fix: Fix, root: string): CodeAction {
  return {
    title: fix.safe ? fix.title : `${fix.title} (to be completed by you)`,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.safe,
    diagnostics: [diagnosticOf(finding, root)],
    edit: { changes: changesOf(fix, root) },
  };
}

/** The edits of a fix, by the address of the file. */
export function changesOf({ edits }: Fix, root: string): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { place, text } of edits) {
    const uri = uriOf(root, place.path);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(place), newText: text }];
  }
  return changes;
}

/** Whether two ranges have a spot in common. */
export function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
