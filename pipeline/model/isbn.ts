/** ISO 2108. */

/** Whether a text is an ISBN: 13 digits weighted 1 and 3, or 10 weighted 10 to 1. Spaces and hyphens do not count. */
export function isIsbn(text: string): boolean {
  const bare = text.replace(/[\s-]/gu, '').toUpperCase();
  if (!/^(?:\d{13}|\d{9}[\dX])$/u.test(bare)) return false;
  const digits = [...bare].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = digits.reduce(
    (total, digit, at) => total + digit * (digits.length === 10 ? 10 - at : at % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % (digits.length === 10 ? 11 : 10) === 0;
}
