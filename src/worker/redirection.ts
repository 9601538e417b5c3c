import { cacheControl, DELIVERY, edgeControl } from "../representation/cache-policy.ts";
import { isLocation } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Fields } from "./header-fields.ts";
import type { Located } from "./locate.ts";
import { redirect } from "./plain-answer.ts";

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
export function redirectTo(located: Leading, request: EdgeRequest): Response {
  const { nowSeconds } = request;
  if (located.kind === "moved") {
    return redirect(located.status, targetOf(located, request), nowSeconds, movedFields(located, request));
  }
  return redirect(located.negotiated ? 302 : 301, located.to, nowSeconds, {
    ...ALIAS_FIELDS,
    ...varying(located),
  });
}

/** Leads to the same document on the site's own host, in one hop. No cache may take it for that host's. */
export async function leadHome(
  located: Located,
  key: StorageKey,
  home: string,
  request: EdgeRequest,
): Promise<Response> {
  if (located.kind === "document") await located.document.body.cancel();
  const isLeading = located.kind === "alias" || (located.kind === "moved" && located.status !== 410);
  const target = isLeading ? targetOf(located, request) : withSearch(key, request.search);
  return redirect(301, target.startsWith("/") ? home + target : target, request.nowSeconds, {
    ...movedFields(located, request),
    "Cloudflare-CDN-Cache-Control": "no-store",
    ...varying(located),
  });
}

function varying(located: Located): Fields {
  return located.kind === "alias" && located.negotiated ? { Vary: "Accept" } : {};
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
