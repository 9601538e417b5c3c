import { isFeed } from "../feeds/parsed-feed.ts";
import type { Ask } from "./ask.ts";
import { plainFields } from "./plain-fields.ts";
import type { MetFeed, MetHub } from "./visit.ts";

/** Hubs that are met: a site names one or two. */
const MOST_HUBS = 3;

/**
 * Sends each hub that feeds name a request that no hub may accept: one without topic and callback
 * (WebSub §5.1). Nobody is subscribed by it, and nobody else asked.
 */
export async function meetHubs(feeds: readonly MetFeed[], ask: Ask): Promise<MetHub[]> {
  const named = feeds.flatMap(({ feed, plain }) =>
    isFeed(feed) ? feed.hubs.flatMap((hub) => URL.parse(hub, plain.asked.url)?.href ?? []) : [],
  );
  const hubs: MetHub[] = [];
  for (const url of [...new Set(named)].slice(0, MOST_HUBS)) {
    const headers = { ...plainFields(url), "Content-Type": "application/x-www-form-urlencoded" };
    hubs.push({ url, refusal: await ask({ method: "POST", url, headers, body: "hub.mode=subscribe" }) });
  }
  return hubs;
}
