import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeHead, decodeLedger } from "../../src/ledger/codec.ts";
import { journalOf, UNKNOWN_DIGEST } from "../../src/publish/journal.ts";
import type { Plan, WantedDocument } from "../../src/publish/plan.ts";
import { planPublish, TooFewWritesError } from "../../src/publish/plan.ts";
import { encodeMetadata } from "../../src/representation/representation.ts";
import { recordBut, records } from "../ledger/records.ts";
import { changed, kept, NEXT, publishedState, representationOf, siteOf } from "./wanted-site.ts";

/** The keys of each stage, as they are written. */
function stagesOf({ stages }: Plan): string[] {
  return stages.map((stage) => stage.map(({ key }) => key).join(" "));
}

function writtenJournal({ stages }: Plan) {
  const [entry] = stages[0] ?? [];
  return JSON.parse(gunzipSync(entry?.value ?? new Uint8Array()).toString());
}

/** The documents that the planned ledger remembers, with their digests. */
function rememberedBy({ ledger }: Plan): Record<string, string> {
  const [head] = ledger.at(-1) ?? [];
  const decoded = decodeHead(head?.value ?? new Uint8Array());
  const { documents } = decodeLedger({ ...decoded, shards: [] }, []).ledger;
  return Object.fromEntries([...documents].map(([key, { digest }]) => [key, digest]));
}

describe("a site of which nothing changed", () => {
  const site = siteOf([kept("article", "/a"), kept("other", "/rss.xml")]);

  test("plans nothing, and keeps every document", () => {
    expect(planPublish(site, publishedState(["/a", "/rss.xml"]), 0)).toEqual({
      edition: NEXT,
      stages: [],
      ledger: [],
      put: 0,
      keep: 2,
      delete: [],
      closesJournal: false,
      left: 0,
    });
  });

  test("takes a journal away that is left over", () => {
    const state = publishedState(["/a", "/rss.xml"]);
    const journal = journalOf(site.ledger, state.ledger, { shards: [], puts: [], deletes: [] });
    expect(planPublish(site, { ...state, journal }, 0)).toMatchObject({ put: 0, closesJournal: true });
  });

  test("is remembered where the ledger says something else, though no document is written", () => {
    const moved = siteOf(site.documents, { articles: [recordBut({ ordinal: 0 })] });
    const plan = planPublish(moved, publishedState(["/a", "/rss.xml"]), Infinity);
    expect(stagesOf(plan)).toEqual(["journal"]);
    expect(plan).toMatchObject({ put: 3, keep: 2, delete: [], closesJournal: true, left: 0 });
  });
});

describe("what a plan writes", () => {
  test("is the journal, part after part, the ledger's shards, and its head", () => {
    const articles = records(1);
    const documents = [changed("media", "/m.png"), changed("article", "/a"), changed("article", "/b")];
    const site = siteOf([...documents, kept("other", "/style.css"), changed("other", "/rss.xml")], {
      articles,
    });
    const plan = planPublish(site, publishedState(["/style.css", "/gone"]), Infinity);
    expect(stagesOf(plan)).toEqual(["journal", "/m.png", "/a /b", "/rss.xml"]);
    expect(plan.ledger.map((stage) => stage.map(({ key }) => key))).toEqual([["ledger/0001"], ["ledger"]]);
    expect(plan).toMatchObject({ edition: NEXT, put: 7, keep: 1, delete: ["/gone"], left: 0 });
    expect(plan.closesJournal).toBe(true);
  });

  test("without articles is a ledger of its head alone", () => {
    const plan = planPublish(siteOf([changed("other", "/a")]), publishedState([]), Infinity);
    expect(plan.ledger.map((stage) => stage.map(({ key }) => key))).toEqual([["ledger"]]);
    expect(plan.put).toBe(3);
  });

  test("is told by the journal before: what is written, deleted, and how the ledger will be", () => {
    const articles = records(2);
    const state = publishedState(["/gone"], { articles: articles.slice(0, 1) });
    const plan = planPublish(siteOf([changed("other", "/a")], { articles }), state, Infinity);
    expect(writtenJournal(plan)).toMatchObject({
      edition: NEXT,
      puts: ["/a"],
      deletes: ["/gone"],
      articles: [{ ordinal: 1 }],
      shards: [expect.stringMatching(/^\S+$/)],
    });
  });

  test("names its part, so that a store may write neighbours in any order", () => {
    const plan = planPublish(siteOf([changed("article", "/a")]), publishedState([]), Infinity);
    expect(plan.stages[1]?.map(({ stage }) => stage)).toEqual(["article"]);
  });

  test("is read no sooner than it is written", () => {
    const unread: WantedDocument = {
      ...changed("article", "/a"),
      representation: {
        metadata: representationOf("/a").metadata,
        storedBytes: 123,
        get value(): Uint8Array {
          throw new Error("read");
        },
      },
    };
    const [entry] = planPublish(siteOf([unread]), publishedState([]), Infinity).stages[1] ?? [];
    expect(entry?.sizeBytes).toBe(123);
    expect(() => entry?.value).toThrow("read");
  });

  test("is a document's value with its metadata", () => {
    const { value, metadata } = representationOf("/a");
    const [entry] =
      planPublish(siteOf([changed("article", "/a")]), publishedState([]), Infinity).stages[1] ?? [];
    expect(entry?.value).toEqual(value);
    expect(entry?.sizeBytes).toBe(value.byteLength);
    expect(entry?.metadata).toEqual(encodeMetadata(metadata));
  });
});

describe("archives, which the feeds continue (RFC 5005 §4)", () => {
  const feed = changed("other", "/rss.xml");
  const archive = changed("archive", "/archive/1/rss.xml");
  const old = changed("article", "/old");
  const media = changed("media", "/m.png");
  const orderOf = (documents: readonly WantedDocument[], before: readonly string[]) =>
    stagesOf(planPublish(siteOf(documents), publishedState(before), Infinity)).slice(1);

  test.for([
    {
      name: "before feeds where every page is there",
      documents: [media, old, feed, archive],
      before: ["/old"],
      order: ["/m.png", "/old", "/archive/1/rss.xml", "/rss.xml"],
    },
    {
      name: "before feeds, but after a new page that comes before these anyway",
      documents: [changed("article", "/new"), feed, archive],
      before: [],
      order: ["/new", "/archive/1/rss.xml", "/rss.xml"],
    },
    {
      name: "after feeds in a first publish, whose older pages are not there yet",
      documents: [changed("article", "/new"), feed, old, archive],
      before: [],
      order: ["/new", "/rss.xml", "/old", "/archive/1/rss.xml"],
    },
    {
      name: "where they are where no feed is written",
      documents: [changed("past", "/moved"), archive],
      before: [],
      order: ["/moved", "/archive/1/rss.xml"],
    },
    {
      name: "before what follows the feeds as well, in the order of the site",
      documents: [feed, old, changed("archive", "/archive/2/rss.xml"), archive],
      before: ["/old"],
      order: ["/archive/2/rss.xml /archive/1/rss.xml", "/rss.xml", "/old"],
    },
  ])("are written $name", ({ documents, before, order }) => {
    expect(orderOf(documents, before)).toEqual(order);
  });

  test("are written after feeds where nobody knows whether a page is there", () => {
    const state = publishedState([]);
    const documents = new Map([["/old", { digest: UNKNOWN_DIGEST, edition: 1 }]]);
    const unsure = { ...state, ledger: { ...state.ledger, documents } };
    expect(stagesOf(planPublish(siteOf([feed, old, archive]), unsure, Infinity)).slice(1)).toEqual([
      "/rss.xml",
      "/old",
      "/archive/1/rss.xml",
    ]);
  });
});

describe("a plan with a limit of writes", () => {
  const documents = [changed("article", "/new"), changed("article", "/edited"), kept("other", "/kept")];
  const before = ["/edited", "/kept", "/gone1", "/gone2"];
  // The journal, its end and the ledger's head take three.
  test.for([
    { limit: 4, written: "/new", gone: [], left: 3, puts: 3 },
    { limit: 5, written: "/new /edited", gone: [], left: 2, puts: 4 },
    { limit: 6, written: "/new /edited", gone: ["/gone1"], left: 1, puts: 4 },
    { limit: 7, written: "/new /edited", gone: ["/gone1", "/gone2"], left: 0, puts: 4 },
    { limit: 8, written: "/new /edited", gone: ["/gone1", "/gone2"], left: 0, puts: 4 },
  ])("of $limit leaves $left for the next", ({ limit, written, gone, left, puts }) => {
    const plan = planPublish(siteOf(documents), publishedState(before), limit);
    expect(stagesOf(plan)).toEqual(["journal", written]);
    expect(plan).toMatchObject({ delete: gone, left, put: puts, keep: 1 });
    expect(writtenJournal(plan)).toMatchObject({ puts: written.split(" "), deletes: gone });
  });

  test("remembers what is true of the store afterwards: not written is as before, not deleted is there", () => {
    expect(rememberedBy(planPublish(siteOf(documents), publishedState(before), 4))).toEqual({
      "/new": "new",
      "/edited": "old",
      "/kept": "old",
      "/gone1": "old",
      "/gone2": "old",
    });
  });

  test("does not remember what is deleted", () => {
    expect(rememberedBy(planPublish(siteOf(documents), publishedState(before), 6))).toEqual({
      "/new": "new",
      "/edited": "new",
      "/kept": "old",
      "/gone2": "old",
    });
  });

  test("does not remember a page that is not written yet", () => {
    const site = siteOf([...documents].reverse());
    expect(rememberedBy(planPublish(site, publishedState(before), 4))).toEqual({
      "/edited": "new",
      "/kept": "old",
      "/gone1": "old",
      "/gone2": "old",
    });
  });

  test("counts every part of the ledger that is written", () => {
    const site = siteOf(documents, { articles: records(1001) });
    expect(stagesOf(planPublish(site, publishedState(before), 6))).toEqual(["journal", "/new"]);
  });

  test.for([
    { name: "a document", site: siteOf([changed("other", "/a")]), before: [], least: 4 },
    { name: "a deletion", site: siteOf([]), before: ["/gone"], least: 4 },
    { name: "what is only remembered", site: siteOf([], { permalink: "/{slug}" }), before: [], least: 3 },
    {
      name: "a document, and a part of the ledger",
      site: siteOf([changed("other", "/a")], { articles: records(1) }),
      before: [],
      least: 5,
    },
  ])("takes at least $least for $name, and says so where it is less", ({ site, before, least }) => {
    const state = publishedState(before);
    expect(planPublish(site, state, least).left).toBe(0);
    const planning = () => planPublish(site, state, least - 1);
    expect(planning).toThrow(TooFewWritesError);
  });

  test("that leaves room for nothing is refused with what it takes, and the flag to change", () => {
    expect(() => planPublish(siteOf(documents), publishedState(before), 3)).toThrow(
      expect.objectContaining({
        name: "TooFewWritesError",
        message: "remembering this publish takes 3 writes, so --max-writes must be more than that",
      }),
    );
  });
});
