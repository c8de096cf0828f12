// Other sites and other ports are refused (design §6.4), and this site has one address.
import type { IncomingHttpHeaders } from 'node:http';

/** A POST is ours by the browser's own word, or by its Origin; with neither it is refused. */
export function vientDeNous(headers: IncomingHttpHeaders, issuer: string): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || headers.origin === issuer;
}

/** True when the request names this site by its own address: cookies do not cross. */
export function estNotreAdresse(headers: IncomingHttpHeaders, issuer: string): boolean {
  return headers.host === new URL(issuer).host;
}
