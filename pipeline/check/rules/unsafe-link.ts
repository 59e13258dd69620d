import type { FileRule } from '../rule.ts';
import { brokenTargets } from '../targets.ts';

export const unsafeLink: FileRule = {
  id: 'unsafe-link',
  severity: 'error',
  summary: 'A link is of a kind that readers cannot trust.',
  sees: 'file',
  docs: {
    what: 'A link or image whose address starts with anything but http:, https: or mailto:, such as javascript:, file: or data:.',
    why: 'Such a link runs a program, or leads to a file on the author’s own machine.',
    example: '[our figures](file:///C:/Users/ana/figures.xlsx)',
    instead: '[our figures](figures.xlsx)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.reason !== 'unsafe-scheme') continue;
      report({
        message: `The ${target.from} "${shortened(target.url)}" starts with "${scheme(target.url)}", which the editions do not carry.`,
        place: target.place,
        help: 'Link to a web address (https:), an e-mail address (mailto:) or a file in the plan’s folder.',
      });
    }
  },
};

/** `javascript:`, or `//` where an address leaves its scheme to the page. */
function scheme(url: string): string {
  return url.startsWith('//') ? '//' : `${url.split(':', 1)[0] ?? ''}:`;
}

/** A data address may be a whole picture. */
function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}
