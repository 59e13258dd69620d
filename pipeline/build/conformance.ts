/** `conformance.html` and `.json`: what was checked of a plan's editions, by what, and what was not. */
import type { Format, Templates } from '../model/edition.ts';
import type { Checked, Verdict } from '../verify/verdict.ts';
import type { Manifest } from './manifest.ts';

/** An edition and what was found in it. `file` is relative to the plan's folder. */
export interface VerifiedEdition {
  readonly format: Format;
  readonly file: string;
  readonly verdict: Verdict;
}

/** Both reports, as texts. No date and no name of the machine: the same files and tools give the same report. */
export function conformance(
  manifest: Manifest,
  editions: readonly VerifiedEdition[],
  { templates, version }: { readonly templates: Templates; readonly version: string },
): { readonly json: string; readonly html: string } {
  const { slug, title, lang, dir, page } = manifest.plan;
  const report = {
    conformance: 1,
    briefwright: version,
    plan: { slug, title },
    editions: editions.map(({ format, file, verdict }) => ({
      edition: format,
      file,
      sha256: manifest.files.find((one) => one.path === file)?.sha256 ?? '',
      checked: verdict.checked.map((checker) => ({
        name: checker.name,
        version: checker.version,
        what: checker.what,
        passed: errorsOf(checker, verdict) === 0,
        errors: errorsOf(checker, verdict),
      })),
      notChecked: verdict.notChecked,
      findings: verdict.findings.map(({ severity, rule, message, place }) => ({
        severity,
        rule,
        message,
        path: place.path,
        line: place.start.line,
      })),
    })),
  };
  const sheet = manifest.files.find(
    ({ path, edition }) => edition === 'html' && /^assets\/site-\w+\.css$/u.test(path),
  );
  const view = { ...report, lang, dir, home: page, styleSheet: sheet?.path ?? '' };
  return {
    json: `${JSON.stringify(report, null, 2)}\n`,
    html: templates.render('verify/conformance', view),
  };
}

function errorsOf({ rules }: Checked, { findings }: Verdict): number {
  return findings.filter((one) => one.severity === 'error' && one.rule.startsWith(rules)).length;
}
