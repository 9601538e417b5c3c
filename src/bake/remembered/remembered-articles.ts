import type { RememberedSource } from "../../article/remembered-source.ts";

/** Articles whose files are as they were when the ledger was written with which this bake begins. */
export interface RememberedArticles {
  /** In the order of the folder. */
  readonly sources: readonly RememberedSource[];
  /** The media that they named then, by where articles find them: of each its digest (`mediaDigests`). */
  readonly media: ReadonlyMap<string, string>;
  /** Digest of the redirects of that time (`redirectsDigest`). */
  readonly redirects: string;
  /** What pages of articles had around them; null where there were none but the newest. */
  readonly around: string | null;
}
