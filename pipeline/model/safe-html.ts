/** The HTML that a source may carry: what the sanitiser keeps. Anything else is dropped, and the rule `raw-html-dropped` says so. */
import { defaultSchema, type Options } from 'rehype-sanitize';
import { safeDrawing } from './safe-drawing.ts';

/** Elements that Markdown itself makes. */
const markdown = [
  'a',
  'blockquote',
  'br',
  'caption',
  'code',
  'del',
  'em',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];

/** Elements that Markdown has no sign for and that mean the same in all editions. */
const written = [
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'dd',
  'dfn',
  'div',
  'dl',
  'dt',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'sub',
  'sup',
  'u',
  'var',
];

/**
 * rehype-sanitize's schema: no script, style, class, id or form; drawings and formulas of a static subset; links to http, https and mailto only.
 * `data-target`, `data-asset`, `data-note`, `data-results` and `data-relations` are the flow's own marks (model/resolved.ts).
 */
export const safeHtml: Options = {
  ...defaultSchema,
  tagNames: [...markdown, ...written, ...safeDrawing.tagNames],
  ancestors: { ...defaultSchema.ancestors, ...safeDrawing.ancestors },
  attributes: {
    ...safeDrawing.attributes,
    '*': ['lang', 'dir', 'title'],
    a: ['href'],
    bdo: ['dir'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    blockquote: ['cite'],
    table: ['dataResults'],
    ul: ['dataRelations'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope', 'abbr'],
  },
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  required: {},
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'foreignObject',
    'annotation',
    'annotation-xml',
  ],
  clobber: [],
  clobberPrefix: '',
};

/** Whether an address in written HTML is one of the web or of mail: all that is kept. */
export function leadsOutside(address: string): boolean {
  return /^(?:https?|mailto):/iu.test(address);
}
