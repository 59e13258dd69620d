/** A site in memory, as a reader's browser would follow it. */
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Artifact } from '../../pipeline/model/edition.ts';

const parser = unified().use(rehypeParse);

/** The text of an artifact. */
export function textOf(artifact: Artifact | undefined): string {
  return new TextDecoder().decode(artifact?.bytes);
}

/** Every page of a site, parsed. */
export function pagesOf(artifacts: readonly Artifact[]): ReadonlyMap<string, Root> {
  return new Map(
    artifacts
      .filter(({ mediaType }) => mediaType === 'text/html')
      .map((artifact) => [artifact.path, parser.parse(textOf(artifact))]),
  );
}

/** Every element of a page, in document order. */
export function elementsOf(page: Root): readonly Element[] {
  const elements: Element[] = [];
  visit(page, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

/** An attribute as a string, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(' ') : undefined;
}
