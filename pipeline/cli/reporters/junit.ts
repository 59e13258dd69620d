/** JUnit's XML, which test dashboards read: a suite a file, a failed case an error, a passed one all else. */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Finding } from '../../model/finding.ts';
import { type CheckReport, failureText } from './reporter.ts';

export function junit({ findings, failures, sources }: CheckReport): string {
  const paths = new Set([
    ...sources.keys(),
    ...findings.map((finding) => finding.place.path),
    ...failures.map((failure) => failure.path),
  ]);
  const suites = [...paths].map((path) => {
    const own = findings.filter((finding) => finding.place.path === path);
    const broken = failures.filter((failure) => failure.path === path);
    const errors = own.filter((finding) => finding.severity === 'error');
    const cases = [
      ...own.map(testCase),
      ...broken.map((failure) =>
        x('testcase', { name: failure.rule, classname: clean(path) }, [
          x('error', { message: clean(failureText(failure)) }),
        ]),
      ),
    ];
    const passed = x('testcase', { name: 'no findings', classname: clean(path) });
    return x(
      'testsuite',
      {
        name: clean(path),
        tests: String(Math.max(1, cases.length)),
        failures: String(errors.length),
        errors: String(broken.length),
      },
      lines(cases.length === 0 ? [passed] : cases),
    );
  });
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    { type: 'text', value: '\n' },
    x('testsuites', { name: 'briefwright check' }, lines(suites)),
  ]);
  return `${toXml(tree, { closeEmptyElements: true })}\n`;
}

function testCase({ severity, rule, message, help, place }: Finding) {
  const spot = `${place.path}:${place.start.line}:${place.start.column}`;
  const text = clean(`${spot} ${severity} ${message}\n${help}`);
  return x(
    'testcase',
    {
      name: clean(`${rule}: ${message}`),
      classname: clean(place.path),
      file: clean(place.path),
      line: String(place.start.line),
    },
    severity === 'error'
      ? [x('failure', { message: clean(message), type: rule }, text)]
      : [x('system-out', text)],
  );
}

/** Each element on a line of its own. */
function lines(elements: readonly Element[]) {
  return ['\n', ...elements.flatMap((element) => [element, '\n'])];
}

/** Without what XML 1.0 does not allow (section 2.2, Char). */
function clean(text: string): string {
  return text.replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    '\u{fffd}',
  );
}
