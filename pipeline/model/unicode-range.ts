/** CSS unicode-range (CSS Fonts 4, 11.5), without wildcards: `U+0600-06FF,U+204F`. */

/** Answers whether a code point lies in the range; every one does where there is none. */
export function inRange(unicodeRange: string | undefined): (codePoint: number) => boolean {
  if (unicodeRange === undefined) return () => true;
  const ranges = [...unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/giu)].map((match) => {
    const first = Number.parseInt(match[1] ?? '', 16);
    return [first, match[2] === undefined ? first : Number.parseInt(match[2], 16)] as const;
  });
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
