/** GitLab's Code Quality report, a subset of Code Climate's: findings beside the changed lines. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import type { CheckReport } from './reporter.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

export function gitlab({ findings }: CheckReport): string {
  return `${JSON.stringify(findings.map(issue), undefined, 2)}\n`;
}

function issue(finding: Finding) {
  const { severity, rule, message, help, place } = finding;
  return {
    description: `${message} ${help}`,
    check_name: rule,
    fingerprint: finding.fingerprint ?? fingerprint(finding),
    severity: severities[severity],
    location: { path: place.path, lines: { begin: place.start.line, end: place.end.line } },
  };
}

/** For findings that no check of sources made. */
function fingerprint({ rule, message, place }: Finding): string {
  return createHash('sha256')
    .update(`${rule}\n${place.path}\n${message}`)
    .digest('hex')
    .slice(0, 32);
}
