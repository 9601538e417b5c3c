/** What lies in the cache of a content folder, beside segments. */
export const CACHE_FILES = {
  /** What source and media files are. */
  manifest: "manifest.table",
  /** What is other in it by now. */
  manifestAmendments: "manifest-amendments.json",
  /** What documents were made from. */
  documents: "documents.sums",
  /** What articles were when they were last published. */
  articles: "articles.table",
  /** What is other in it by now. */
  articleAmendments: "articles-amendments.json",
  /** What the site was then. */
  site: "site.json",
  /** What was made of pictures, and waits for its publish. */
  pictures: "pictures",
  /** Shards of ledgers, as they were read from stores. */
  shards: "shards",
  /** What servers told of enclosures. */
  enclosures: "enclosures.json",
  /** A bake that had nothing to do. */
  settled: "settled.json",
} as const;
