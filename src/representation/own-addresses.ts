import { ADDRESS, CHANNEL_FOLDER, KEPT_ALIASES } from "./addresses.ts";

/** Addresses that Cloudflare answers itself, so that no request for them reaches a site. */
const NEVER_SERVED = /^\/cdn-cgi(?:\/|$)/;

/** Addresses of which a site may come to have any number, and those that it never can have; in one pattern, since very many are asked for. */
const NUMBERLESS = anyOf([
  ...Object.values(CHANNEL_FOLDER).map((folder) => new RegExp(`^${folder}[^/]`)),
  /^\/archive\/\d+\/(?:rss\.xml|atom\.xml|feed\.json)$/,
  /^\/dates\/\d{4}(?:\/(?:\d\d(?:\/(?:\d\d(?:\/(?:\d+)?)?)?)?)?)?$/,
  /^\/media\/[\da-f]{20}\.\w+$/,
  /^\/sitemap\/(\d+|lists)\.xml$/,
  NEVER_SERVED,
]);

/** Addresses that every site has, and those that lead to them, which no article gets. */
export const WELL_KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(ADDRESS),
  ...KEPT_ALIASES.map(([alias]) => alias),
]);

/** Whether no request for an address reaches the site. */
export function isNeverServed(path: string): boolean {
  return NEVER_SERVED.test(path);
}

/** Whether the site may come to have a document there, once it has grown. */
export function mayBecomeOwn(path: string): boolean {
  return NUMBERLESS.test(path);
}

/** Whether a path is the site's own, now or once it has grown. */
export function isOwnAddress(path: string): boolean {
  return WELL_KNOWN.has(path) || mayBecomeOwn(path);
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
