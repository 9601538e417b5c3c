import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { KvValue, ReadValue } from "./kv-reader.ts";
import { decode } from "./kv-reader.ts";

/** For how long the polls of a location share a value. KV keeps one there as long, and no shorter. */
const SHARED_SECONDS = 30;

/** How old a value may be for who asks for a fresh one: nobody can have every request read KV. */
const FRESH_SECONDS = 5;

/** How addresses of feeds end, those of old sites too. What else ends so is looked for in vain. */
const LIKE_A_FEED = /(xml|json|rss|atom|rdf|feed)\/?$/;

/** When it was read, its edition, and its metadata in percent-encoding. */
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
    if (!LIKE_A_FEED.test(key)) return documents.getWithMetadata(key, "stream");
    const cache = await caches.open("feeds");
    const url = `https://${host}${key}`;
    const kept = await look(cache, url);
    if (kept && nowSeconds - kept.readAt < life) return kept;
    const found = await documents.getWithMetadata(key, { type: "stream", cacheTtl: SHARED_SECONDS });
    const text = JSON.stringify(found.metadata);
    const { metadata } = decode(text);
    if (metadata?.kind !== "feed") return found;
    const bytes = await new Response(found.value).arrayBuffer();
    // Another request may have been quicker.
    const other = await look(cache, url);
    if (other && other.edition > metadata.lastModified) return other;
    const headers = {
      "Cache-Control": `max-age=${LONGEST_LAG_SECONDS}`,
      [KEPT]: `${nowSeconds} ${metadata.lastModified} ${encodeURIComponent(text)}`,
    };
    context.waitUntil(cache.put(url, new Response(bytes, { headers })));
    return { ...found, value: new Response(bytes).body };
  };
}

/** A value that is kept. */
interface KeptValue extends KvValue {
  /** When it was read, and its edition, in seconds since 1970. */
  readonly readAt: number;
  readonly edition: number;
}

/** A cache that fails is one in which nothing lies. */
async function look(cache: Cache, url: string): Promise<KeptValue | null> {
  const kept = await cache.match(url).catch(() => undefined);
  const [readAt, edition, text] = kept?.headers.get(KEPT)?.split(" ") ?? [];
  if (!kept || !text) return null;
  const metadata: unknown = JSON.parse(decodeURIComponent(text));
  return { value: kept.body, metadata, readAt: Number(readAt), edition: Number(edition) };
}
