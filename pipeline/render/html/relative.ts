/** Addresses from one page of the site to another, so that it works from any folder, disk or server. */
import path from 'node:path';

/** The relative address of `to` as seen from the page `from`; both are paths within the site. */
export function relativeUrl(from: string, to: string): string {
  const steps = path.posix.relative(path.posix.dirname(from), to);
  return steps.split('/').map(encodeURIComponent).join('/');
}
