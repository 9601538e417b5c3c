import { describe, expect, test } from "vitest";
import { staleFeeds } from "../../src/bake/stale-feeds.ts";
import { ledgerBut } from "../ledger/records.ts";
import { entriesOf } from "./old-entries.ts";
import { inputOf } from "./small-site.ts";

const EDITION = 5000;

/** Whether the feed at `/feed/` needs a new edition, and another one that no old site had. */
function stale(published: number | null, lastModified: number | null, renewFeeds = false) {
  const documents = new Map([["/rss.xml", { digest: "rss", edition: 1000 }]]);
  if (published !== null) documents.set("/feed/", { digest: "feed", edition: published });
  const input = { ...inputOf({}), ledger: ledgerBut({ documents }), renewFeeds };
  const isStale = staleFeeds({ input, edition: EDITION, oldFeeds: entriesOf({ lastModified }) });
  return [isStale("/feed/"), isStale("/rss.xml")];
}

describe("a feed needs a new edition", () => {
  test.for([
    {
      name: "where its old server changed it later than we published it",
      published: 2000,
      last: 3000,
      is: true,
    },
    { name: "where that was at the same second", published: 3000, last: 3000, is: true },
    { name: "never where we published it later", published: 3001, last: 3000, is: false },
    { name: "never where the change is of this very edition", published: 2000, last: EDITION, is: false },
    { name: "where it is of the second before", published: 2000, last: EDITION - 1, is: true },
    { name: "never where its server told none", published: 2000, last: null, is: false },
    { name: "never where it was not published yet", published: null, last: 3000, is: false },
  ])("$name", ({ published, last, is }) => {
    expect(stale(published, last)).toEqual([is, false]);
  });

  test("where the publisher asks for it, whichever it is", () => {
    expect(stale(3001, 3000, true)).toEqual([true, true]);
  });
});
