import { DELIVERY } from "../representation/cache-policy.ts";
import { isLocation } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Fields } from "./header-fields.ts";
import type { Located } from "./locate.ts";
import { locate, locateUnknown } from "./locate.ts";
import { answerPlainly, redirect } from "./plain-answer.ts";
import { respond, respondWithPage } from "./respond.ts";
import { route } from "./route.ts";
import type { KnownHead, SiteRedirects } from "./site-redirects.ts";
import type { ReadDocument } from "./stored-document.ts";
import { logFault } from "./stored-document.ts";

/** Where an alias leads does not change from one publish to the next; that it is one may. */
const ALIAS_CACHE_CONTROL = "public, max-age=3600";

/** Of a redirect that the publisher may take back. */
const MOVED_FIELDS: Fields = {
  "Cache-Control": DELIVERY.moved.client ?? "",
  "Cloudflare-CDN-Cache-Control": DELIVERY.moved.edge,
};

/** Answers GET and HEAD of any path. Throws `StoreFaultError` where the store fails. */
export async function answer(
  request: EdgeRequest,
  read: ReadDocument,
  redirects: SiteRedirects,
): Promise<Response> {
  const found = route(request);
  if (found.kind === "malformed") return answerPlainly(400, request.nowSeconds);
  if (found.kind === "too-long") return answerPlainly(414, request.nowSeconds);
  const looking = { request, read, redirects };
  const key = found.kind === "document" ? found.key : found.single;
  const located = await (found.kind === "document"
    ? locate(found.key, looking)
    : found.single === null
      ? unknown
      : locateUnknown(found.single, looking));
  const home = await homeOf(located, looking);
  if (home !== null) return leadHome(request, located, home, key ?? "/");
  switch (located.kind) {
    case "document":
      return respond(request, located.document, read);
    case "alias":
      return redirect(located.negotiated ? 302 : 301, located.to, request.nowSeconds, {
        "Cache-Control": ALIAS_CACHE_CONTROL,
        ...varying(located),
      });
    case "moved":
      if (located.status === 410) return respondWithPage(request, GONE_KEY, 410, read);
      return redirect(located.status, targetOf(located, request), request.nowSeconds, MOVED_FIELDS);
    case "unknown":
      return respondWithPage(request, NOT_FOUND_KEY, 404, read);
    default:
      return located satisfies never;
  }
}

const unknown: Located = { kind: "unknown" };

function varying(located: Located): Fields {
  return located.kind === "alias" && located.negotiated ? { Vary: "Accept" } : {};
}

/**
 * Where the site is now, if the request came to a host that it had before; null at its own. A feed
 * tells by itself where it is, so that a poll reads nothing more.
 */
async function homeOf(
  located: Located,
  { request, read, redirects }: { request: EdgeRequest; read: ReadDocument; redirects: SiteRedirects },
): Promise<string | null> {
  const { host, nowSeconds, pathname } = request;
  const link = located.kind === "document" ? located.document.metadata.link : undefined;
  if (link?.startsWith(`<https://${host}/`)) return null;
  const { hosts, origin } = await redirects.head(nowSeconds, read).catch((fault: unknown): KnownHead => {
    // What was found is more than "try again".
    logFault(fault, pathname);
    return { origin: "", hosts: [], queries: [], mayPack: true };
  });
  return hosts.includes(host) ? origin : null;
}

/** Leads to the same document on the site's own host, in one hop. No cache may take it for that host's. */
async function leadHome(
  request: EdgeRequest,
  located: Located,
  home: string,
  key: StorageKey | "/",
): Promise<Response> {
  if (located.kind === "document") await located.document.body.cancel();
  const isTarget = located.kind === "alias" || (located.kind === "moved" && located.status !== 410);
  const target = isTarget ? targetOf(located, request) : withSearch(key, request.search);
  return redirect(301, target.startsWith("/") ? home + target : target, request.nowSeconds, {
    ...MOVED_FIELDS,
    "Cloudflare-CDN-Cache-Control": "no-store",
    ...varying(located),
  });
}

/** A query goes on, unless it was what led here, or the target has one of its own. */
function targetOf(located: Located & { readonly to: string }, { search }: EdgeRequest): string {
  const goesOn = located.kind === "moved" && !located.isMatched;
  return goesOn ? withSearch(located.to, search) : located.to;
}

function withSearch(target: string, search: string): string {
  const [path = "", fragment] = target.split("#");
  if (path.includes("?")) return target;
  const whole = path + search + (fragment === undefined ? "" : `#${fragment}`);
  return isLocation(whole) ? whole : target;
}
