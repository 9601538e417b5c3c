import type { AdoptedFeed } from "../../article/adopted.ts";
import type { NoFeed, ParsedFeed } from "../feeds/parsed-feed.ts";
import type { Exchange } from "./exchange.ts";

/** A document of the archive behind a feed. */
export interface MetArchive {
  readonly exchange: Exchange;
  readonly feed: ParsedFeed | NoFeed;
}

/** A feed, asked for in the ways that readers do; one that could not be read is asked for once. */
export interface MetFeed {
  /** Where it was looked for. */
  readonly url: string;
  /** What the page's head calls it; null where it was not found there. */
  readonly declaredType: string | null;
  /** Answers that led on to another address. */
  readonly redirects: readonly Exchange[];
  /** By a reader that takes no coding. */
  readonly plain: Exchange;
  readonly feed: ParsedFeed | NoFeed;
  /** By a reader that takes gzip and brotli. */
  readonly coded: Exchange;
  readonly head: Exchange;
  /** With the entity tag of `plain`; null where it has none. */
  readonly byTag: Exchange | null;
  /** With that tag as servers in front change it when they recode a body. */
  readonly byRecodedTag: Exchange | null;
  /** With the `Last-Modified` of `plain`; null where it has none. */
  readonly byDate: Exchange | null;
  /** Newest first. */
  readonly archives: readonly MetArchive[];
}

/** A feed that an old site had, asked for once. */
export interface MetOldFeed extends Pick<MetFeed, "url" | "redirects" | "plain" | "feed"> {
  /** What its readers know. */
  readonly known: AdoptedFeed;
}

/** A hub that feeds name. */
export interface MetHub {
  readonly url: string;
  /** Asked for a subscription without topic and callback. */
  readonly refusal: Exchange;
}

/** A site as its readers meet it: what was asked and answered, before any judgement. */
export interface Visit {
  /** Where the visit began. */
  readonly url: string;
  readonly redirects: readonly Exchange[];
  /** What stands there. */
  readonly start: Exchange;
  /** Whether it is a feed itself rather than a page that names feeds. */
  readonly startsAtFeed: boolean;
  readonly feeds: readonly MetFeed[];
  readonly oldFeeds: readonly MetOldFeed[];
  readonly hubs: readonly MetHub[];
  /** An address where nothing is, asked for twice; empty where no feed was met. */
  readonly absent: readonly Exchange[];
  /** Why the visit ended before everything was met; null where it did not. */
  readonly cutShort: string | null;
}
