/** What every piece of a StratML document is read with, and what they have in common. */
import type { RootContent } from 'mdast';
import type { KeptText } from '../../../model/kept-markdown.ts';
import type { ImportedPart } from '../imported.ts';
import type { Range, Tell } from '../notes.ts';
import type { PlaceOf } from '../passage.ts';
import type { IdentifierOf } from './identifiers.ts';
import { blocksOf, lineOf, tellTidied, textOf } from './leaf-text.ts';
import type { XmlElement } from './xml-element.ts';

/** Shared by all elements of one document. */
export interface Reading {
  readonly tell: Tell;
  readonly placeOf: PlaceOf;
  readonly identifierOf: IdentifierOf;
  /** The Markdown kept of the element with this key, where the element still says what it said. */
  keptOf(element: XmlElement, key: string | undefined): KeptText | undefined;
}

/** The same, telling nothing: for what is taken from kept Markdown. */
export function quiet(reading: Reading): Reading {
  return { ...reading, tell: () => undefined };
}

/** The text of a child element; empty where there is none, or nothing in it. */
export function childText(element: XmlElement, name: string, { tell }: Reading): string {
  const child = element.first(name);
  return child === undefined ? '' : ownText(child, tell);
}

/** The text of a child element in one line. */
export function childLine(element: XmlElement, name: string, reading: Reading): string {
  const text = childText(element, name, reading);
  const line = lineOf(text);
  const child = element.first(name);
  if (line !== text && child !== undefined) tellTidied(text, line, child.at, reading.tell);
  return line;
}

/** The text of an element that should have no elements in it; those of one that has count as text too. */
export function ownText(element: XmlElement, tell: Tell): string {
  const raw = element.children.length === 0 ? element.text : element.allText();
  if (element.children.length > 0 && !element.isEmpty) {
    tell(
      'repaired',
      `<${element.written}> has elements in its text; their text is kept.`,
      element.at,
    );
  }
  element.use();
  const text = textOf(raw, element.at, tell);
  tellTidied(raw, text, element.at, tell);
  return text;
}

/** A part from an element's child, written as an empty one where the child is empty; none where it is absent. */
export function textPart(
  heading: string,
  element: XmlElement,
  name: string,
  reading: Reading,
): ImportedPart[] {
  const child = element.first(name);
  if (child === undefined) return [];
  const blocks = childBlocks(element, name, reading);
  if (blocks.length === 0) tellEmptyPart(name, heading, child.at, reading.tell);
  return [{ heading, blocks, stakeholders: [] }];
}

/** The blocks of a child element's text. */
export function childBlocks(element: XmlElement, name: string, reading: Reading): RootContent[] {
  const child = element.first(name);
  if (child === undefined) return [];
  return blocksOf(childText(element, name, reading), child.at, reading.tell);
}

export function tellEmptyPart(name: string, heading: string, at: Range, tell: Tell): void {
  tell(
    'empty',
    `<${name}> has nothing in it; ${heading} is written as an empty part. Fill it, or write "none: the reason" if there is nothing to say.`,
    at,
  );
}
