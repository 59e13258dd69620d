/** Text from a source as it may be shown in a terminal. */

/** Control characters could move the cursor or hide text, marks of direction could reorder a line. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text in one line: spaces for white space, a sign in the place of each character that would act on the terminal. */
export function visible(text: string): string {
  return text.replace(/[\t\n\r]+/gu, ' ').replace(unseen, '\u{fffd}');
}
