/** The book's contents: a document that people read, and the ways through the book that reading systems offer. */
import type { Element, Root } from 'hast';
import type { EditionContext } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { walkElements } from '../../model/walk-elements.ts';
import { own } from '../print-places.ts';
import type { Navigation } from './navigate.ts';
import { parseHtml } from './parse-html.ts';
import type { BookDocument } from './write-documents.ts';

/** The pages of the print are listed behind the contents, where there are any. Writing it raises `TemplateError`. */
export function contentsDocument(
  plan: ResolvedPlan,
  navigation: Navigation,
  { templates, labels, pageMap }: Pick<EditionContext, 'templates' | 'labels' | 'pageMap'>,
): BookDocument {
  const view = {
    plan: { draft: plan.draft },
    lang: plan.lang,
    dir: plan.dir,
    labels,
    own: pageMap && own,
    pageTitle: labels['contents'],
    bodyType: 'frontmatter',
  };
  const print = pageMap && [pageMap.pages, [...pageMap.anchors]];
  return {
    name: 'toc.xhtml',
    key: hashOf(view, navigation, print),
    write() {
      const tree = parseHtml(templates.render('epub/contents', { ...navigation, ...view }));
      const { pages } = navigation;
      if (pages.length > 0) {
        const list = parseHtml(templates.render('epub/page-list', { pages, labels }));
        bodyOf(tree)?.children.push(...(bodyOf(list)?.children ?? []));
      }
      return { tree, images: [] };
    },
  };
}

function bodyOf(tree: Root): Element | undefined {
  let found: Element | undefined;
  walkElements(tree, (node) => {
    if (node.tagName === 'body') found ??= node;
  });
  return found;
}
