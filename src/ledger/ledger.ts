import { isoOf } from "../article/instant.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import type { ArticleRecords } from "./records/article-records.ts";

/** What is remembered of a published document: enough to tell whether it differs, without its body. */
export interface DocumentRecord {
  /** Of contract version, metadata and identity bytes; never of compressed bytes. */
  readonly digest: string;
  /** The edition that last changed it. */
  readonly edition: EpochSeconds;
  /** Of a file of a picture, which feeds tell: nobody who has no such bytes could find it out. */
  readonly sizeBytes?: number;
  /** There where its body lies in the bucket. */
  readonly inBucket?: true;
}

/** What becomes of a document: null where nothing stands there any more. */
export type SealedDocument = readonly [key: string, record: DocumentRecord | null];

/**
 * What a publish at a later instant would change in a ledger. It is in the store already, and counts
 * once the instant has come: nothing is written then.
 */
export interface SealedChange {
  /** When it opens: its edition. */
  readonly at: EpochSeconds;
  /** The instant that the articles name; earlier than `at` where another state was replaced too late. */
  readonly named: EpochSeconds;
  /** Records that are new or other ones. */
  readonly articles: readonly ArticleRecord[];
  /** Channels that are new. */
  readonly channels: readonly NamedChannel[];
  readonly documents: readonly SealedDocument[];
}

/** The memory of a site, from one publish to the next. */
export interface Ledger {
  /** `host,year` of the ids; null before the first publication. */
  readonly authority: string | null;
  /** How many articles a window holds, as the first publication fixed it; null before that. */
  readonly windowSize: number | null;
  /** The address pattern of the last publication; null before the first. */
  readonly permalink: string | null;
  /** Newest edition; 0 before the first publication. */
  readonly edition: EpochSeconds;
  /** Slugs of the sections that the head of every page names, in its order; absent before they were chosen. */
  readonly leadingSections?: readonly string[];
  /** In the order of first publication. */
  readonly channels: readonly NamedChannel[];
  /** By ordinal. */
  readonly articles: ArticleRecords;
  /** By storage key. */
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** What opens by itself later, in order; absent where nothing does. */
  readonly sealed?: readonly SealedChange[];
}

export const EMPTY_LEDGER: Ledger = {
  authority: null,
  windowSize: null,
  permalink: null,
  edition: 0,
  channels: [],
  articles: [],
  documents: new Map(),
};

/** The clock stands behind what was already published. */
export class ClockBehindError extends Error {
  override readonly name = "ClockBehindError";

  constructor(now: EpochSeconds, edition: EpochSeconds) {
    super(
      `the clock says ${isoOf(now)}, but this site was already published at ${isoOf(edition)}; ` +
        "set the clock (or --now) to a later moment, or, if that one was a mistake, run: npm run ledger -- --reset-clock (with --remote for a site on Cloudflare)",
    );
  }
}

/**
 * The edition of a publish at `now`: whole seconds, later than every edition before it, since
 * subscribers ignore what is not newer. It may lie up to two seconds after `now`.
 */
export function nextEdition(ledger: Ledger, now: EpochSeconds): EpochSeconds {
  if (now < ledger.edition - 1) throw new ClockBehindError(now, ledger.edition);
  return Math.max(now, ledger.edition + 1);
}
