import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";

/** What is remembered of a published document: enough to tell whether it differs, without its body. */
export interface DocumentRecord {
  /** Of contract version, metadata and identity bytes; never of compressed bytes. */
  readonly digest: string;
  /** The edition that last changed it. */
  readonly edition: EpochSeconds;
}

/** What is remembered of an article, for ever. */
export interface ArticleRecord {
  /** Order of first publication, from 0. */
  readonly ordinal: number;
  readonly path: ContentPath;
  readonly id: ArticleId;
  /** The path of its page. */
  readonly address: string;
  readonly published: EpochSeconds;
  readonly updated: EpochSeconds;
  /** Of what the source says. */
  readonly digest: string;
  /** The edition that last changed what it says. */
  readonly edition: EpochSeconds;
  /** Whether it is in the site now. */
  readonly live: boolean;
}

/** The memory of a site, from one publish to the next. */
export interface Ledger {
  /** `host,year` of the ids; null before the first publication. */
  readonly authority: string | null;
  /** Newest edition; 0 before the first publication. */
  readonly edition: EpochSeconds;
  /** By ordinal. */
  readonly articles: readonly ArticleRecord[];
  /** By storage key. */
  readonly documents: ReadonlyMap<string, DocumentRecord>;
}

export const EMPTY_LEDGER: Ledger = { authority: null, edition: 0, articles: [], documents: new Map() };

/** The clock stands behind what was already published. */
export class ClockBehindError extends Error {
  override readonly name = "ClockBehindError";

  constructor(now: EpochSeconds, edition: EpochSeconds) {
    super(
      `the clock says ${isoOf(now)}, but this site was already published at ${isoOf(edition)}; ` +
        "set the clock (or --now) to a later moment",
    );
  }
}

/**
 * The edition of a publish at `now`: whole seconds, later than every edition before it, since
 * subscribers ignore what is not newer.
 */
export function nextEdition(ledger: Ledger, now: EpochSeconds): EpochSeconds {
  if (now < ledger.edition - 1) throw new ClockBehindError(now, ledger.edition);
  return Math.max(now, ledger.edition + 1);
}

function isoOf(instant: EpochSeconds): string {
  return new Date(instant * 1000).toISOString();
}
