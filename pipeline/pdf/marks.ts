/** Marks in a page's content (ISO 32000-1, 14.6): what stands in one, and what an artifact is. */

/** A sequence of marked content, open where something is painted. */
export interface Mark {
  /** Such as `Artifact`, `Span`. */
  readonly tag: string;
  /** The property list as written: a dictionary or the name of one. */
  readonly properties: string;
  /** Its own number. */
  readonly mcid: number | undefined;
  /** The number of what it lies in: its own, or that of a mark around it. */
  readonly content: number | undefined;
  /** Whether it, or a mark around it, is an artifact. */
  readonly artifact: boolean;
  /** The text that a span states for its glyphs (14.9.4). */
  readonly actualText: string | undefined;
  readonly outer: Mark | undefined;
  /** Where its `BDC` or `BMC` starts and ends. */
  readonly start: number;
  readonly end: number;
}

/** The mark that a `BDC` or `BMC` opens; `start` and `end` are the bytes of it with its operands. */
export function openMark(
  stream: Uint8Array,
  start: number,
  end: number,
  outer: Mark | undefined,
): Mark {
  const text = Buffer.from(stream.subarray(start, end)).toString('latin1');
  const [, tag = '', properties = ''] = /^\/([^\s<>[\]()/]*)\s*(.*?)\s*B[DM]C$/su.exec(text) ?? [];
  const number = /\/MCID\s+(\d+)/u.exec(properties)?.[1];
  const mcid = number === undefined ? undefined : Number(number);
  return {
    tag,
    properties,
    mcid,
    content: mcid ?? outer?.content,
    artifact: tag === 'Artifact' || (outer?.artifact ?? false),
    actualText: tag === 'Span' ? actualText(properties) : undefined,
    outer,
    start,
    end,
  };
}

function actualText(properties: string): string | undefined {
  const literal = /\/ActualText\s*\(([^)\\]*)\)/u.exec(properties)?.[1];
  if (literal !== undefined) return literal;
  const hex = /\/ActualText\s*<feff([\da-f]*)>/iu.exec(properties)?.[1];
  if (hex === undefined) return undefined;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
