/** A StratML file against a schema of the standard, by xmllint. */
import { startOf } from '../../model/place.ts';
import type { Run, Verdict } from '../verdict.ts';

/** xmllint and the schemas to validate by. */
export interface XsdTool {
  readonly program: string;
  /** Each with its path: the parts of StratML have one each. */
  readonly schemas: readonly { readonly path: string; readonly text: string }[];
  readonly run: Run;
}

const name = 'xmllint';

/** `file` is read by xmllint itself; `shown` is its path in findings. Without a schema for its root nothing is checked. */
export async function checkWithXsd(
  file: { readonly path: string; readonly shown: string; readonly text: string },
  tool: XsdTool | undefined,
): Promise<Verdict> {
  const root = /<(?:\w+:)?(\w+)[\s>]/u.exec(file.text.replace(/<[?!][^>]*>/gu, ''))?.[1] ?? '';
  const schema = tool?.schemas.find(({ text }) =>
    new RegExp(`element\\s[^>]*name="${root}"`, 'u').test(text),
  )?.path;
  if (tool === undefined || schema === undefined) {
    const why =
      tool === undefined ? 'xmllint is not installed.' : `No schema for ${root} was given.`;
    return notChecked(why, 'briefwright verify --xsd FILE');
  }
  const { program, run } = tool;
  const version = await run(program, ['--version'], { timeoutSeconds: 30 });
  const ran = await run(program, ['--noout', '--nonet', '--schema', schema, file.path], {
    timeoutSeconds: 300,
  });
  // 1 to 4: the file is not well-formed, or not valid; what is above says that the schema itself failed.
  if (ran.outcome !== 'exited' || (ran.code ?? 9) > 4) {
    return notChecked(`xmllint could not use ${schema}.`, 'Name a schema of StratML with --xsd.');
  }
  const faults = ran.stderr.split('\n').filter((line) => / error : /u.test(line));
  return {
    checked: [
      {
        name,
        version: /version (\d+)/u.exec(version.stderr)?.[1] ?? '',
        what: 'The StratML file against its schema (ISO 17469).',
        rules: 'xsd/',
      },
    ],
    notChecked: [],
    findings: (ran.code === 0 ? [] : faults.length > 0 ? faults : [ran.stderr]).map((line) => ({
      severity: 'error',
      rule: 'xsd/invalid',
      message: line.replace(/^.*? error : /su, '').trim(),
      place: startOf(file.shown),
      help: 'Build the file again; if it is found again, report it to briefwright.',
      related: [],
    })),
  };
}

function notChecked(why: string, help: string): Verdict {
  return { checked: [], notChecked: [{ name, why, help }], findings: [] };
}
