import type { StayingArticles } from "../../article/staying-articles.ts";

/** Articles whose files are as they were when the ledger was written with which this bake begins. */
export interface RememberedArticles {
  readonly articles: StayingArticles;
  /** The media that they named then, by where articles find them: of each its digest (`mediaDigests`). */
  readonly media: ReadonlyMap<string, string>;
  /** Digest of the redirects of that time (`redirectsDigest`). */
  readonly redirects: string;
  /** What pages of articles had around them; null where none of theirs might stay as they were. */
  readonly around: string | null;
  /** How many archive windows each channel had, by a key of the first. */
  readonly archives: Readonly<Record<string, number>>;
}
