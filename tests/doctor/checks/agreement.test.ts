import { describe, expect, test } from "vitest";
import { AGREEMENT_CHECKS } from "../../../src/doctor/checks/agreement.ts";
import type { ParsedFeed, ParsedItem } from "../../../src/doctor/feeds/parsed-feed.ts";
import { AT_MS, atom, FEED_URL, item, rss } from "../met.ts";
import { advice, found } from "./found.ts";

const RSS_DATE = "Tue, 01 Jul 2025 12:00:00 GMT";
const ATOM_DATE = "2025-07-01T12:00:00Z";
const HERE = "https://quay.example/articles/lock";

const numbered = (n: number, but: Partial<ParsedItem>) =>
  item({ url: `https://quay.example/articles/${n}`, id: `${n}`, title: `No. ${n}`, ...but });

const read = (feed: ParsedFeed) => ({ feed, url: FEED_URL, atMs: AT_MS });

/** What is found of an RSS feed beside an Atom feed of these items. */
function findings(ofRss: readonly Partial<ParsedItem>[], ofAtom: readonly Partial<ParsedItem>[]): string[] {
  const one = rss({ items: ofRss.map((but) => item({ published: RSS_DATE, ...but })) });
  const other = atom({ items: ofAtom.map((but) => item({ published: ATOM_DATE, ...but })) });
  return found(AGREEMENT_CHECKS, { one: read(one), other: read(other) });
}

describe("two formats", () => {
  test.for([
    { name: "tell the same", rss: [{}], atom: [{}], finds: [] },
    {
      name: "have other ids",
      rss: [{ id: "a" }],
      atom: [{ id: "b" }],
      finds: [`ids-differ: ${HERE} has the id a here, and b in atom`],
    },
    {
      name: "have other titles",
      rss: [{ title: "Lock &amp; key" }],
      atom: [{ title: "Lock & key" }],
      finds: [`titles-differ: ${HERE} is titled “Lock &amp; key” here, and “Lock & key” in atom`],
    },
    {
      name: "have other dates",
      rss: [{}],
      atom: [{ published: "2025-07-01T12:00:01Z" }],
      finds: [`dates-differ: ${HERE} is dated ${RSS_DATE} here, and 2025-07-01T12:00:01Z in atom`],
    },
    {
      name: "name one instant in two zones, or more exactly than RSS can",
      rss: [{}],
      atom: [{ published: "2025-07-01T14:00:00.999+02:00" }],
      finds: [],
    },
    { name: "have a date in Atom only", rss: [{ published: null }], atom: [{}], finds: [] },
    { name: "have a date in RSS only", rss: [{}], atom: [{ published: null }], finds: [] },
    { name: "have a date that is none", rss: [{ published: "noon" }], atom: [{}], finds: [] },
    {
      name: "have an article in RSS only",
      rss: [{}, { url: "https://quay.example/articles/tide" }, { url: "https://quay.example/articles/eel" }],
      atom: [{}],
      finds: [
        "articles-differ: 2 of its articles are not in the atom feed, such as https://quay.example/articles/tide",
      ],
    },
    {
      name: "have an article in Atom only, as a longer window may",
      rss: [{}],
      atom: [{}, { url: "x" }],
      finds: [],
    },
    {
      name: "have items without an address, which nothing holds together",
      rss: [{ url: null, id: "a" }],
      atom: [{ url: null, id: "b" }],
      finds: [],
    },
  ])("$name", ({ rss: ofRss, atom: ofAtom, finds }) => {
    expect(findings(ofRss, ofAtom)).toEqual(finds);
  });

  test("are told of three times at most", () => {
    const numbers = [1, 2, 3, 4];
    const other = { id: "x", title: "X", published: "2025-07-02T12:00:00Z" };
    const finds = findings(
      numbers.map((n) => numbered(n, { published: RSS_DATE })),
      numbers.map((n) => numbered(n, other)),
    );
    const of = (check: string) => finds.filter((line) => line.startsWith(`${check}: `));
    const three = [1, 2, 3].map((n) => expect.stringContaining(`https://quay.example/articles/${n} `));
    expect([of("ids-differ"), of("titles-differ"), of("dates-differ")]).toEqual([three, three, three]);
    expect(finds).toHaveLength(9);
  });

  test("are advised on", () => {
    expect(advice(AGREEMENT_CHECKS)).toEqual([
      expect.stringMatching(/^ids-differ \(error\): .*one id/),
      expect.stringMatching(/^titles-differ \(warning\): .*same title/),
      expect.stringMatching(/^dates-differ \(warning\): .*same instant/),
      expect.stringMatching(/^articles-differ \(warning\): .*same articles/),
    ]);
  });
});
