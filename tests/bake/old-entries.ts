import type { OldFeedEntry } from "../../src/bake/old-feeds/old-feed-entries.ts";
import { adoptedFeed } from "../adopted-feed.ts";

/** Old feeds of an `adopted.toml`, each on a line of its own. */
export function entriesOf(...feeds: readonly Partial<OldFeedEntry>[]): OldFeedEntry[] {
  return feeds.map((fields, index) => ({
    ...adoptedFeed({ line: index + 1 }),
    file: "adopted.toml",
    ...fields,
  }));
}
