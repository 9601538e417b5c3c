import type { EpochSeconds } from "../article/values.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/** When and under whose name a bake publishes. */
export interface Publication {
  readonly now: EpochSeconds;
  readonly edition: EpochSeconds;
  readonly authority: string;
  /** Addresses that every site has. */
  readonly reserved: ReadonlySet<string>;
  /** Whether the site may come to have a document at an address: no article that asks for it gets it. */
  readonly mayBecomeOwn: (address: string) => boolean;
  /** Articles that have got their ids and addresses, and are not published yet. */
  readonly minted?: readonly ArticleRecord[];
}
