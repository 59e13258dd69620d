/** Findings as text: one line each, or with the line they stand in and the way out. */
import type { SourceText } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

/** `path:line:col severity message rule`, a line each. */
export function concise(findings: readonly Finding[]): string {
  return findings.map((finding) => `${head(finding)}\n`).join('');
}

/** Each with its line of source, a caret under its place, related places and help. */
export function pretty(findings: readonly Finding[], sources: readonly SourceText[]): string {
  return findings
    .map((finding) => {
      const related = finding.related.map(
        ({ message, place }) =>
          `  note: ${message} (${place.path}:${place.start.line}:${place.start.column})\n`,
      );
      return `${head(finding)}\n${frame(finding, sources)}${related.join('')}  help: ${finding.help}\n\n`;
    })
    .join('');
}

function head({ place, severity, message, rule }: Finding): string {
  return `${place.path}:${place.start.line}:${place.start.column} ${severity} ${message} ${rule}`;
}

function frame({ place }: Finding, sources: readonly SourceText[]): string {
  const text = sources.find((source) => source.path === place.path)?.text;
  const line = text?.split(/\r\n|\n|\r/u)[place.start.line - 1];
  if (line === undefined || line.length > 500) return '';
  const number = String(place.start.line).padStart(5);
  const end = place.end.line === place.start.line ? place.end.column : line.length + 1;
  const width = Math.max(1, end - place.start.column);
  return `${number} | ${line}\n      | ${' '.repeat(place.start.column - 1)}${'^'.repeat(width)}\n`;
}
