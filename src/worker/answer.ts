import { cacheControl, DELIVERY, edgeControl } from "../representation/cache-policy.ts";
import { isLocation } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";
import { route } from "./edge-request.ts";
import type { Fields } from "./header-fields.ts";
import type { Located, Looking } from "./locate.ts";
import { locate, locateUnknown } from "./locate.ts";
import { answerPlainly, redirect } from "./plain-answer.ts";
import { respond, respondWithPage } from "./respond.ts";
import type { SiteRedirects } from "./site-redirects.ts";
import type { ReadDocument } from "./stored-document.ts";
import { logFault } from "./stored-document.ts";

/** Answers GET and HEAD of any path. Throws `StoreFaultError` where the store fails. */
export async function answer(
  request: EdgeRequest,
  read: ReadDocument,
  redirects: SiteRedirects,
): Promise<Response> {
  const found = route(request);
  if (found.kind === "refused") return answerPlainly(found.status, request.nowSeconds);
  const looking = { request, read, redirects };
  const located = await (found.kind === "document"
    ? locate(found.key, looking)
    : locateUnknown(found.key, looking));
  const home = await homeOf(located, looking);
  if (home !== null) return leadHome(located, found.key, home, request);
  switch (located.kind) {
    case "document":
      return respond(request, located.document, read);
    case "moved":
    case "alias":
      if (located.status === 410) return respondWithPage(request, GONE_KEY, 410, read);
      return redirectTo(located, request);
    case "unknown":
      return respondWithPage(request, NOT_FOUND_KEY, 404, read);
    default:
      return located satisfies never;
  }
}

/**
 * Where the site is now, if the request came to a host that it had before; null at its own. A feed
 * tells by itself where it is, so that a poll reads nothing more.
 */
async function homeOf(located: Located, { request, read, redirects }: Looking): Promise<string | null> {
  const { host, nowSeconds, pathname } = request;
  const link = located.kind === "document" ? located.document.metadata.link : undefined;
  if (link?.startsWith(`<https://${host}/`)) return null;
  try {
    const { hosts, origin } = await redirects.head(nowSeconds, read);
    return hosts.includes(host) ? origin : null;
  } catch (fault) {
    // What was found is more than "try again".
    logFault(fault, pathname);
    return null;
  }
}

type Leading = Extract<Located, { readonly to: string }>;

/** Where an alias leads does not change from one publish to the next; that it is one may. */
const ALIAS_FIELDS: Fields = { "Cache-Control": "public, max-age=3600" };

/** Of a redirect that the publisher may take back, or that ends by itself. */
function movedFields(located: Located, { nowSeconds }: EdgeRequest): Fields {
  const changesAt = located.kind === "moved" ? located.changesAt : undefined;
  const lifeSeconds = (changesAt ?? Infinity) - nowSeconds;
  return {
    "Cache-Control": cacheControl(DELIVERY.moved, 0, lifeSeconds),
    "Cloudflare-CDN-Cache-Control": edgeControl(DELIVERY.moved, lifeSeconds),
  };
}

/** Leads to where a document is now. */
function redirectTo(located: Leading, request: EdgeRequest): Response {
  const fields = located.kind === "alias" ? ALIAS_FIELDS : movedFields(located, request);
  return redirect(located.status, targetOf(located, request), request.nowSeconds, {
    ...fields,
    ...varying(located),
  });
}

/** Leads to the same document on the site's own host, in one hop. No cache may take it for that host's. */
async function leadHome(
  located: Located,
  key: StorageKey,
  home: string,
  request: EdgeRequest,
): Promise<Response> {
  if (located.kind === "document") await located.document.body.cancel();
  const isLeading = "to" in located && located.status !== 410;
  const target = isLeading ? targetOf(located, request) : withSearch(key, request.search);
  return redirect(301, target.startsWith("/") ? home + target : target, request.nowSeconds, {
    ...movedFields(located, request),
    "Cloudflare-CDN-Cache-Control": "no-store",
    ...varying(located),
  });
}

function varying(located: Located): Fields {
  return located.kind === "alias" && located.status === 302 ? { Vary: "Accept" } : {};
}

/** A query goes on, unless it was what led here, or the target has one of its own. */
function targetOf(located: Leading, { search }: EdgeRequest): string {
  const goesOn = located.kind === "moved" && !located.isMatched;
  return goesOn ? withSearch(located.to, search) : located.to;
}

function withSearch(target: string, search: string): string {
  const [path = "", fragment] = target.split("#");
  if (path.includes("?")) return target;
  const whole = path + search + (fragment === undefined ? "" : `#${fragment}`);
  return isLocation(whole) ? whole : target;
}
