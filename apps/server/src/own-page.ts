import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of this installation asks, or no browser at all. Every browser says where a page is from that asks for
 * more than GET; old ones know only `Origin`. `host`: as the browser has it, with its port.
 */
export function isOwnPage(headers: IncomingHttpHeaders, host: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
