import { Feed } from "feed";
import type { FeedChannel, FeedItem } from "./feed-model.ts";
import { joinFeed } from "./feed-model.ts";
import type { FormatName } from "./formats.ts";
import { FORMATS } from "./formats.ts";

/**
 * The `Feed` that its users know, with strict bytes: well-formed whatever the items hold, the same
 * ids in each format, no clock, and no change to its input.
 */
export class StrictFeed extends Feed {
  readonly #channel: FeedChannel;
  readonly #items: FeedItem[] = [];

  constructor(channel: FeedChannel) {
    super(channel);
    this.#channel = channel;
  }

  override addItem(item: FeedItem): void {
    super.addItem(item);
    this.#items.push(item);
  }

  /** RSS 2.0. */
  override rss2(): string {
    return this.#render("rss");
  }

  /** Atom 1.0 (RFC 4287). */
  override atom1(): string {
    return this.#render("atom");
  }

  /** JSON Feed 1.1. */
  override json1(): string {
    return this.#render("json");
  }

  #render(name: FormatName): string {
    const { frame, item } = FORMATS[name];
    return joinFeed({ ...frame(this.#channel), items: this.#items.map(item) });
  }
}
