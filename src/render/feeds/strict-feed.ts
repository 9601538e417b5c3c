import { Feed } from "feed";
import { isFeedDate } from "./feed-dates.ts";
import type { FeedItem, FeedTombstone } from "./feed-model.ts";
import type { FeedPiece, FeedText } from "./feed-text.ts";
import { joinFeed } from "./feed-text.ts";
import type { FormatName } from "./formats.ts";
import { FORMATS } from "./formats.ts";
import type { StrictFeedOptions } from "./strict-channel.ts";
import { strictChannel } from "./strict-channel.ts";
import type { StrictFeedItem } from "./strict-item.ts";
import { strictItem } from "./strict-item.ts";

/** Before the first item there is no newer moment. */
export const EPOCH = new Date(0);

/**
 * The `Feed` that its users know, with strict bytes: well-formed whatever the items hold, the same
 * ids in each format, no clock, and no change to its input. Never throws.
 */
export class StrictFeed extends Feed {
  declare options: StrictFeedOptions;
  declare items: StrictFeedItem[];
  readonly #tombstones: FeedTombstone[] = [];

  constructor(options: StrictFeedOptions) {
    super(options);
    this.options = options;
  }

  override addItem(item: StrictFeedItem): void {
    this.items.push(item);
  }

  /** An article that was taken back; told in the formats that have a word for it. */
  addTombstone(tombstone: FeedTombstone): void {
    this.#tombstones.push(tombstone);
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

  /** The feed with each item by itself, behind what is no article. */
  text(format: FormatName): FeedText {
    const { options, categories, contributors } = this;
    const { frame, tombstone } = FORMATS[format];
    const base = strictChannel({ options, categories, contributors, newest: EPOCH }).url;
    const fallback = isFeedDate(options.updated) ? options.updated : EPOCH;
    const pieces = this.items.map(
      (item) => item.piece?.(format) ?? pieceOf(strictItem(item, base, fallback), format),
    );
    const newest = Math.max(0, ...pieces.map(({ edition }) => edition));
    const channel = strictChannel({
      options,
      categories,
      contributors,
      newest: new Date(newest * 1000),
    });
    const gone = tombstone ? this.#tombstones.map((one) => tombstonePiece(one, tombstone)) : [];
    const { complete, ...around } = frame(channel);
    return { ...around, items: [...completePieces(complete), ...gone, ...pieces] };
  }
}

/** An item in a format. Its edition is that of its last update where it names none. */
export function pieceOf(item: FeedItem, format: FormatName): FeedPiece {
  const edition = item.edition ?? Math.floor(item.updated.getTime() / 1000);
  return { kind: "article", id: item.id, edition, text: FORMATS[format].item(item) };
}

/** Older than every edition that a subscriber can name, so that no delta holds it. */
function completePieces(complete: string | null): FeedPiece[] {
  return complete === null ? [] : [{ kind: "complete", id: "", edition: 0, text: complete }];
}

function tombstonePiece(tombstone: FeedTombstone, write: (tombstone: FeedTombstone) => string): FeedPiece {
  const edition = Math.floor(tombstone.deleted.getTime() / 1000);
  return { kind: "tombstone", id: tombstone.id, edition, text: write(tombstone) };
}
