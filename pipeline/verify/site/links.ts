/** Whether every address in a site leads somewhere, whatever edition it leads to. */
import path from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../verdict.ts';
import { attribute, type SitePage, siteFinding } from './site-file.ts';

/** A finished site: its pages, and every file that lies in its folder, other editions too. */
export interface SiteFiles {
  /** As shown in findings: `dist/nato2020`. */
  readonly folder: string;
  readonly pages: readonly SitePage[];
  readonly files: ReadonlySet<string>;
}

/** Addresses of pages, styles, fonts, images and downloads, the anchors they name, and ids that stand twice. */
export function checkLinks(site: SiteFiles): Verdict {
  const ids = new Map(site.pages.map((page) => [page.path, idsOf(page)]));
  const findings = site.pages.flatMap((page) => [
    ...doubled(page, site.folder),
    ...broken(page, site, ids),
  ]);
  const what =
    'Every address within the site and to other editions: the file is there, and so is the place in it.';
  return {
    checked: [{ name: 'briefwright', version: 'links and anchors', what, rules: 'site/' }],
    notChecked: [],
    findings,
  };
}

function idsOf({ elements }: SitePage): readonly string[] {
  return elements.flatMap((element) => attribute(element, 'id') ?? []);
}

function doubled(page: SitePage, folder: string): readonly Finding[] {
  const ids = idsOf(page);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) =>
    siteFinding(folder, page.path, {
      rule: 'site/id-twice',
      message: `Two elements of this page have the id "${id}".`,
    }),
  );
}

function broken(
  page: SitePage,
  { folder, files }: SiteFiles,
  ids: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  return page.elements.flatMap((element) => {
    const address = attribute(element, 'href') ?? attribute(element, 'src');
    const target = address === undefined ? undefined : targetOf(page.path, address);
    if (target === undefined) return [];
    const place = { element, rule: 'site/broken-link' };
    if (!files.has(target.path)) {
      const message = `"${address}" leads to ${target.path}, which is not there.`;
      return [siteFinding(folder, page.path, { ...place, message })];
    }
    const there = ids.get(target.path);
    if (target.id === '' || there === undefined || there.includes(target.id)) return [];
    const message = `"${address}" leads to "${target.id}", which ${target.path} does not have.`;
    return [siteFinding(folder, page.path, { ...place, rule: 'site/broken-anchor', message })];
  });
}

/** Where an address leads within the folder; undefined for one that leads out of it, or by a whole path. */
function targetOf(from: string, address: string): { path: string; id: string } | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(address)) return undefined;
  const [file = '', id = ''] = address.split('#');
  const name = decode(file.replace(/\?.*$/su, ''));
  const whole = name === '' ? from : path.posix.join(path.posix.dirname(from), name);
  if (whole.startsWith('../')) return undefined;
  return { path: whole, id: decode(id) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
