import { MEDIA_TYPE } from "../../representation/addresses.ts";
import { atomEntry, atomFrame, atomTombstone } from "./atom.ts";
import type { FeedChannel, FeedItem, FeedTombstone } from "./feed-model.ts";
import type { FeedFrame } from "./feed-text.ts";
import { jsonFrame, jsonItem } from "./json-feed.ts";
import { rssFrame, rssItem } from "./rss.ts";

/** How one feed format is written. */
export interface FeedFormat {
  readonly mediaType: string;
  readonly title: string;
  readonly item: (item: FeedItem) => string;
  /** Null where the format has no word for a deletion. */
  readonly tombstone: ((tombstone: FeedTombstone) => string) | null;
  readonly frame: (channel: FeedChannel) => FeedFrame;
}

export type FormatName = "rss" | "atom" | "json";

/** Every feed format there is; outputs, discovery links and tests follow from this table. */
export const FORMATS: Readonly<Record<FormatName, FeedFormat>> = {
  rss: { mediaType: MEDIA_TYPE.rss, title: "RSS", item: rssItem, tombstone: null, frame: rssFrame },
  atom: {
    mediaType: MEDIA_TYPE.atom,
    title: "Atom",
    item: atomEntry,
    tombstone: atomTombstone,
    frame: atomFrame,
  },
  json: { mediaType: MEDIA_TYPE.json, title: "JSON Feed", item: jsonItem, tombstone: null, frame: jsonFrame },
};

export const FORMAT_NAMES = ["rss", "atom", "json"] as const satisfies readonly FormatName[];
