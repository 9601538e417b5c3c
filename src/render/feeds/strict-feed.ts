import { Feed } from "feed";
import { isFeedDate } from "./feed-dates.ts";
import type { FeedText } from "./feed-model.ts";
import { joinFeed } from "./feed-model.ts";
import type { FormatName } from "./formats.ts";
import { FORMATS } from "./formats.ts";
import type { StrictFeedOptions } from "./strict-model.ts";
import { strictChannel, strictItem } from "./strict-model.ts";

/** Before the first item there is no newer moment. */
const EPOCH = new Date(0);

/**
 * The `Feed` that its users know, with strict bytes: well-formed whatever the items hold, the same
 * ids in each format, no clock, and no change to its input. Never throws.
 */
export class StrictFeed extends Feed {
  declare options: StrictFeedOptions;

  constructor(options: StrictFeedOptions) {
    super(options);
    this.options = options;
  }

  /** RSS 2.0. */
  override rss2(): string {
    return joinFeed(this.text("rss"));
  }

  /** Atom 1.0 (RFC 4287). */
  override atom1(): string {
    return joinFeed(this.text("atom"));
  }

  /** JSON Feed 1.1. */
  override json1(): string {
    return joinFeed(this.text("json"));
  }

  /** The feed with each item by itself. */
  text(format: FormatName): FeedText {
    const { frame, item } = FORMATS[format];
    const { options, categories, contributors } = this;
    const base = strictChannel({ options, categories, contributors, newest: EPOCH }).link;
    const fallback = isFeedDate(options.updated) ? options.updated : EPOCH;
    const items = this.items.map((one) => strictItem(one, base, fallback));
    const newest = items.reduce((latest, { date }) => (date > latest ? date : latest), EPOCH);
    const channel = strictChannel({ options, categories, contributors, newest });
    return {
      ...frame(channel),
      items: items.map((one) => ({
        kind: "article",
        id: one.id,
        edition: Math.floor(one.date.getTime() / 1000),
        text: item(one),
      })),
    };
  }
}
