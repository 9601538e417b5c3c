/** What lies in the cache of a content folder, beside segments. */
export const CACHE_FILES = {
  /** What source and media files are. */
  manifest: "manifest.json",
  /** What is other in it by now. */
  manifestAmendments: "manifest-amendments.json",
  /** What documents were made from. */
  documents: "documents.sums",
  /** What was made of pictures, and waits for its publish. */
  pictures: "pictures",
  /** What servers told of enclosures. */
  enclosures: "enclosures.json",
  /** A bake that had nothing to do. */
  settled: "settled.json",
} as const;
