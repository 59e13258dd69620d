/** Addresses as browsers take them, written as RFC 3986 has them. */

/** Signs that browsers let stand in a path or query and RFC 3986 does not, and a "%" that begins no escape. */
const unsafe = /[[\]{}|\\^`"<>\s]|%(?![0-9a-f]{2})/giu;

/** The address with its unsafe signs escaped; undefined where it is none. */
export function mendAddress(address: string): string | undefined {
  if (/^mailto:/iu.test(address)) {
    const escaped = address.trim().replace(unsafe, encodeURIComponent);
    return /^mailto:[^@?]+@[^@?]+/iu.test(escaped) ? ascii(escaped) : undefined;
  }
  if (!URL.canParse(address)) return undefined;
  const { origin, host, href } = new URL(address);
  if (host === '') return undefined;
  const start = href.indexOf(host) + host.length;
  if (origin === 'null') return undefined;
  return href.slice(0, start) + ascii(href.slice(start).replace(unsafe, encodeURIComponent));
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
}
