/** Where a link or an image of a source leads, found while reading and kept in the mdast node's `data`. */

/** A goal or section by its place in document order, from 0; neither index: the plan itself. */
export interface NodeAddress {
  readonly goal?: number;
  readonly section?: number;
}

/** Why a target could not be found or may not be used. */
export type BrokenReason =
  | 'no-such-file'
  | 'no-such-anchor'
  | 'outside-plan'
  | 'unsafe-scheme'
  | 'remote-image'
  | 'case-differs';

/** What a link, an image or a definition points to. */
export type LinkTarget =
  /** http, https or mailto. */
  | { readonly kind: 'external'; readonly url: string }
  /** A plan, goal or section. */
  | { readonly kind: 'node'; readonly address: NodeAddress }
  /** A part of a section, by its heading as the author wrote it. */
  | { readonly kind: 'part'; readonly address: NodeAddress; readonly heading: string }
  /** A heading in the text of one: the heading that has this slug in its data. */
  | { readonly kind: 'heading'; readonly address: NodeAddress; readonly slug: string }
  /** A file in the plan's folder that goes along with the editions. */
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'broken'; readonly reason: BrokenReason; readonly suggestion?: string };

declare module 'mdast' {
  interface HeadingData {
    /** What links call it: its text as GitHub writes it, unique in its file. */
    slug?: string;
  }
  interface LinkData {
    target?: LinkTarget;
  }
  interface ImageData {
    target?: LinkTarget;
  }
  interface DefinitionData {
    target?: LinkTarget;
  }
}
