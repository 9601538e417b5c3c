import type { Redirect } from "../../article/old-addresses.ts";
import type { Severity } from "../../article/problem.ts";
import { isLocation, MAX_LOCATION_BYTES } from "../../representation/location.ts";
import { isNeverServed } from "../../representation/own-addresses.ts";
import { QUERY_NAMES } from "../../representation/redirects/listed-query.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { RedirectFrom } from "./redirect-from.ts";

/** What is wrong with a redirect: behind `redirect from "/old"`. */
export type RedirectFault = readonly [message: string, severity: Severity];

/** What a redirect is judged by. */
interface Surroundings {
  /** Whether an article has that address. */
  readonly isLive: (key: string) => boolean;
  /** Names in a query that site.toml lists. */
  readonly queries: readonly string[];
  /** Whether a redirect of that path has a key of its own. */
  readonly hasOwnKey: (key: string) => boolean;
}

/** Of a chain that comes back. */
export const CIRCLE: RedirectFault = ["leads back to itself; let it lead to a page", "error"];

/** Finds why a redirect cannot be published; null where it can. */
export function redirectFault(
  from: RedirectFrom | null,
  { to, status }: Redirect,
  { isLive, queries, hasOwnKey }: Surroundings,
): RedirectFault | null {
  if (from === null) return ['is not a path; write one that begins with a slash, such as "/old"', "error"];
  if (isNeverServed(from.key))
    return ["is never asked for here: Cloudflare answers below /cdn-cgi itself", "error"];
  if (from.kind === "path" && isLive(from.key))
    return ["would hide the article at that address, so it is left out", "warning"];
  if (from.kind === "path" && ![301, 410].includes(status) && hasOwnKey(from.key))
    return [`has the status ${status}, but here it can be 301 or 410, so it is left out`, "warning"];
  if (from.kind === "query") {
    const unlisted = from.names.filter((name) => !QUERY_NAMES.includes(name) && !queries.includes(name));
    if (unlisted.length > 0)
      return [
        `asks for "${unlisted[0]}" in a query, which does not count, so it is left out; list it: redirect_queries = ["${unlisted[0]}"]`,
        "warning",
      ];
  }
  if (to.includes(":splat") && !from.key.includes("*"))
    return ["leads to :splat, but the old path has no *; write one, or a whole path", "error"];
  // No path that is asked for may choose the host.
  const isOpen = from.kind === "pattern" && /^https?:\/\/[^/?#]*:[a-z]/i.test(to);
  if (isOpen || !isTarget(to))
    return [
      `leads to "${to}"; write a path such as "/new", or a URL of up to ${MAX_LOCATION_BYTES} bytes`,
      "error",
    ];
  return null;
}

/** What can stand in a `Location`, and what a browser takes for a URL. */
export function isTarget(to: string): boolean {
  if (!isLocation(to)) return false;
  if (!to.startsWith("/")) return URL.canParse(to);
  const key = storageKeyOfPath(to.replace(/[?#].*$/s, ""));
  return key !== null && !isNeverServed(key);
}
