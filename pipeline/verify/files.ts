/** Whether what was published still lies there as it was written. */

import type { Finding } from '../model/finding.ts';
import { sha256Of } from '../model/hash.ts';
import { startOf } from '../model/place.ts';
import type { Verdict } from './verdict.ts';

/** A file as the manifest lists it, and its bytes; undefined where it is gone. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array | undefined;
}

/** `folder` is shown in findings: `dist/nato2020`. */
export function checkFiles(folder: string, files: readonly ListedFile[]): Verdict {
  const findings = files.flatMap(({ path, sha256, bytes }): Finding[] => {
    if (bytes === undefined) return [finding(`${folder}/${path}`, 'missing', 'is not there.')];
    if (sha256Of(bytes) === sha256) return [];
    return [finding(`${folder}/${path}`, 'changed', 'is not what was built.')];
  });
  const what = `${files.length} files against the manifest: each is there, and as it was built.`;
  return {
    checked: [{ name: 'briefwright', version: 'manifest', what, rules: 'manifest/' }],
    notChecked: [],
    findings,
  };
}

function finding(path: string, rule: string, says: string): Finding {
  return {
    severity: 'error',
    rule: `manifest/${rule}`,
    message: `${path} ${says}`,
    place: startOf(path),
    help: 'briefwright build',
    related: [],
  };
}
