/** Every character that XML 1.0 (2.2, Char) does not allow, lone surrogates among them. */
export const forbiddenInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
