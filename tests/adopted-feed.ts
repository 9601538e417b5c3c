import type { AdoptedFeed } from "../src/article/adopted.ts";

/** What is known of an old RSS feed at `/feed/`: nothing but these fields. */
export function adoptedFeed(fields: Partial<AdoptedFeed> = {}): AdoptedFeed {
  return {
    address: "/feed/",
    format: "rss",
    channel: null,
    id: null,
    podcastGuid: null,
    guids: true,
    oldest: null,
    lastModified: null,
    line: null,
    ...fields,
  };
}
