import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { ReadValue, StoredValue } from "./kv-reader.ts";
import { decode, readKv } from "./kv-reader.ts";

/** For how long the polls of a location share a value. KV keeps one there as long, and no shorter. */
const SHARED_SECONDS = 30;

/** How old a value may be for who asks for a fresh one: nobody can have every request read KV. */
const FRESH_SECONDS = 5;

/** How addresses of feeds end, those of old sites too. What else ends so is looked for in vain. */
const LIKE_A_FEED = /(xml|json|rss|atom|rdf|feed)\/?$/;

/** The second of the read, since 1970, and the metadata in percent-encoding. */
const KEPT = "Kept";

/**
 * Reads feeds through the Cache API: the polls of a location cost one KV read in 30 seconds. What is kept
 * is a value with its metadata, as KV has them, and no answer: clock, conditions and codings come after.
 * It lies in a cache of its own that no request reaches. While a location can lag, no older edition of KV
 * takes the place of a newer one there. Who says `no-cache` gets what is 5 seconds old at most.
 */
export function feedCache(
  { host, fields, nowSeconds }: EdgeRequest,
  documents: KVNamespace,
  context: Pick<ExecutionContext, "waitUntil">,
): ReadValue {
  const life = fields.get("Cache-Control")?.includes("no-cache") ? FRESH_SECONDS : SHARED_SECONDS;
  return async (key) => {
    if (!LIKE_A_FEED.test(key)) return readKv(documents, key);
    const cache = await caches.open("feeds");
    const url = `https://${host}${key}`;
    const kept = await look(cache, url);
    if (kept && nowSeconds - kept.readAt < life) return kept;
    const found = await readKv(documents, key, SHARED_SECONDS);
    const { metadata } = decode(found.text);
    if (metadata?.kind !== "feed") return found;
    const bytes = await new Response(found.value).arrayBuffer();
    // Another request may have been quicker.
    const other = await look(cache, url);
    if (other && Number(decode(other.text).metadata?.lastModified) > metadata.lastModified) return other;
    const headers = {
      "Cache-Control": `max-age=${LONGEST_LAG_SECONDS}`,
      [KEPT]: `${nowSeconds} ${encodeURIComponent(found.text)}`,
    };
    context.waitUntil(cache.put(url, new Response(bytes, { headers })));
    return { ...found, value: new Response(bytes).body };
  };
}

async function look(cache: Cache, url: string): Promise<(StoredValue & { readonly readAt: number }) | null> {
  // A cache that fails is one in which nothing lies.
  const kept = await cache.match(url).catch(() => undefined);
  const [readAt, text = ""] = kept?.headers.get(KEPT)?.split(" ") ?? [];
  return kept && readAt ? { value: kept.body, text: decodeURIComponent(text), readAt: Number(readAt) } : null;
}
