import type { ArticleId, EpochSeconds } from "./values.ts";

/** What is left of an article that was deleted (RFC 6721 §3). */
export interface Tombstone {
  readonly id: ArticleId;
  /** Path that its page had, percent-encoded. */
  readonly address: string;
  /** The edition that took it away. */
  readonly deleted: EpochSeconds;
}
