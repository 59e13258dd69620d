/** SARIF 2.1.0 (OASIS), which code hosts and editors read: one run, every rule listed, whatever was found. */
import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Rule } from '../../check/rule.ts';
import type { Finding, Fix, Level } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { type CheckReport, failureText, type ReporterOptions } from './reporter.ts';

export function sarif(report: CheckReport, { rules }: Pick<ReporterOptions, 'rules'>): string {
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const log: Log = {
    version: '2.1.0',
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'briefwright',
            semanticVersion: report.version,
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          PROJECT: { description: { text: 'The folder that holds the project.' } },
        },
        invocations: [
          {
            executionSuccessful: report.failures.length === 0,
            toolExecutionNotifications: report.failures.map((failure) => ({
              level: 'error',
              message: { text: failureText(failure) },
              locations: [{ physicalLocation: { artifactLocation: artifact(failure.path) } }],
            })),
          },
        ],
        results: report.findings.map((finding) => result(finding, indexes.get(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

function descriptor(rule: Rule): ReportingDescriptor {
  const { what, why, example, instead } = rule.docs;
  const shown = `${what}\n\n${why}`;
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: what },
    help: {
      text: shown,
      markdown: `${shown}\n\n\`\`\`\`markdown\n${example}\n\`\`\`\`\n\nWrite instead:\n\n\`\`\`\`markdown\n${instead}\n\`\`\`\``,
    },
    defaultConfiguration: configuration(rule.severity),
  };
}

function configuration(level: Level) {
  return level === 'off'
    ? { enabled: false, level: levels.warning }
    : { enabled: true, level: levels[level] };
}

function result(finding: Finding, ruleIndex: number | undefined): Result {
  const { rule, severity, message, help, place, related, fix, fingerprint } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: plain(`${message} ${help}`) },
    locations: [{ physicalLocation: physical(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: plain(one.message) },
            physicalLocation: physical(one.place),
          })),
        }),
    ...(fingerprint === undefined
      ? {}
      : { partialFingerprints: { 'briefwright/v1': fingerprint } }),
    ...(fix === undefined ? {} : { fixes: [changes(fix)] }),
  };
}

/** Brackets that SARIF would read as a link (section 3.11.6), such as Markdown quoted in a message. */
function plain(text: string): string {
  return text.replace(/\[([^[\]]*)\](?=\()/gu, '\\[$1\\]');
}

function changes({ title, edits }: Fix) {
  const paths = [...new Set(edits.map((edit) => edit.place.path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifact(path),
      replacements: edits
        .filter((edit) => edit.place.path === path)
        .map((edit) => ({
          deletedRegion: region(edit.place),
          insertedContent: { text: edit.text },
        })),
    })),
  };
}

function physical(place: Place): PhysicalLocation {
  return { artifactLocation: artifact(place.path), region: region(place) };
}

/** A path as a relative URI (RFC 3986), from the project’s folder. */
function artifact(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'PROJECT' };
}

function region({ start, end }: Place): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}
