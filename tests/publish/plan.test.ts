import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { DocumentRecord, SealedChange } from "../../src/ledger/ledger.ts";
import { decodeHead } from "../../src/ledger/stored/decode-ledger.ts";
import { encodeShards } from "../../src/ledger/stored/encode-ledger.ts";
import type { WantedDocument } from "../../src/publish/document-stages.ts";
import { publishOf } from "../../src/publish/listed-journals.ts";
import { idlePlan, planPublish } from "../../src/publish/plan.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { LONGEST_LAG_SECONDS } from "../../src/representation/longest-lag.ts";
import { recordBut, records } from "../ledger/records.ts";
import { journalIn, listed, stagesOf, writtenJournal } from "./planned.ts";
import { changed, kept, keyOf, NEXT, publishedState, representationOf, siteOf } from "./wanted-site.ts";

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
      objects: [],
      resting: null,
      over: [],
      left: 0,
      instants: [],
    });
  });

  test("takes a journal away that is left over", () => {
    const state = { ...publishedState(["/a", "/rss.xml"]), journals: [listed(1000)] };
    expect(planPublish(site, state, 0)).toMatchObject({ put: 0, over: [listed(1000).key] });
  });

  test("leaves every journal to the next plan where nothing is compared at all", () => {
    expect(idlePlan(NEXT, 2)).toEqual(planPublish(site, publishedState(["/a", "/rss.xml"]), 0));
  });

  test("lets journals lie where the store lags: an idle bake costs no write", () => {
    const state = { ...publishedState(["/a", "/rss.xml"]), journals: [listed(1000)], lagSeconds: 600 };
    expect(planPublish(site, state, 0)).toMatchObject({ put: 0, over: [], resting: null });
  });

  test("is remembered where the ledger says something else, though no document is written", () => {
    const moved = siteOf(site.documents, { articles: [recordBut({ ordinal: 0 })] });
    const plan = planPublish(moved, publishedState(["/a", "/rss.xml"]), Infinity);
    expect(stagesOf(plan)).toEqual(["journal"]);
    expect(plan).toMatchObject({ put: 3, keep: 2, delete: [], left: 0 });
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
    expect(plan.over).toEqual([journalIn(plan)]);
  });

  test("without articles is a ledger of its head alone", () => {
    const plan = planPublish(siteOf([changed("other", "/a")]), publishedState([]), Infinity);
    expect(plan.ledger.map((stage) => stage.map(({ key }) => key))).toEqual([["ledger"]]);
    expect(plan.put).toBe(3);
  });

  test("is also a shard of which the store has another state than readers are shown", () => {
    const articles = records(1);
    const [{ address = "" } = {}] = articles;
    const given = publishedState([address], { articles });
    const { shardDigests } = encodeShards(given.ledger, given.stored);
    const state = { ...given, stored: { ...given.stored, shardDigests } };
    const written = (record: DocumentRecord, { ledger }: PublishedState) => {
      const site = siteOf([{ ...kept("article", address), record }, changed("other", "/b")], { articles });
      return planPublish(site, { ...state, ledger }, Infinity).ledger.flat();
    };
    const [asStored] = given.ledger.documents.values();
    const opened = { digest: "opened since", edition: 1500 };
    const documents = new Map([[address as string, opened]]);
    expect(written(asStored ?? opened, given).map(({ key }) => key)).toEqual(["ledger"]);
    expect(
      written(opened, { ...given, ledger: { ...given.ledger, documents } }).map(({ key }) => key),
    ).toEqual(["ledger/0001", "ledger"]);
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

test("a file for the bucket is planned under its address without a slash, with its media type", () => {
  const source = { sizeBytes: 9, sha256: "ab", open: async () => new Blob(["123456789"]) };
  const file: WantedDocument = {
    ...changed("media", "/media/a.mp3"),
    representation: { ...representationOf("/media/a.mp3"), object: source },
  };
  const [planned, page] =
    planPublish(siteOf([file, changed("media", "/b.png")]), publishedState([]), Infinity).stages[1] ?? [];
  expect(planned?.object).toEqual({ ...source, key: "media/a.mp3", type: "text/plain" });
  expect(page?.object).toBeUndefined();
});

describe("what opens by itself after a publish has begun", () => {
  test.for([
    { name: "is watched for where it is further away than any store lags", away: 1, watched: true },
    { name: "is not where it is nearer: the plan has it already", away: 0, watched: false },
  ])("$name", ({ away, watched }) => {
    const at = NEXT + LONGEST_LAG_SECONDS + away;
    const change: SealedChange = { at, named: at, articles: [], channels: [], documents: [] };
    const plan = planPublish(
      siteOf([changed("article", "/a")]),
      publishedState([], { sealed: [change] }),
      Infinity,
    );
    expect(plan.instants).toEqual(watched ? [at] : []);
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

describe("a publish is named after what it does", () => {
  const nameOf = (documents: readonly WantedDocument[], before: readonly string[] = []) =>
    journalIn(planPublish(siteOf(documents), publishedState(before), Infinity));
  const page = changed("article", "/a");

  test("and so has the same name where it does the same", () => {
    expect(nameOf([page])).toBe(nameOf([changed("article", "/a")]));
  });

  test.for([
    { name: "another document", documents: [changed("article", "/b")], before: [] },
    { name: "one document more", documents: [page, changed("other", "/rss.xml")], before: [] },
    {
      name: "another text of it",
      documents: [{ ...page, record: { digest: "newer", edition: NEXT } }],
      before: [],
    },
    { name: "a deletion", documents: [page], before: ["/gone"] },
  ])("and another where it does something else: $name", ({ documents, before }) => {
    expect(nameOf(documents, before)).not.toBe(nameOf([page]));
  });
});

describe("where a store lags, the journal of a publish that deletes", () => {
  const planned = (addresses: readonly string[], lagSeconds: number) =>
    planPublish(siteOf([changed("article", "/a")]), { ...publishedState(addresses), lagSeconds }, Infinity);

  test("lies there once its deletions are done, as one that has written what it deleted", () => {
    const plan = planned(["/gone"], 600);
    expect(plan.resting?.key).toBe(journalIn(plan));
    const resting = JSON.parse(gunzipSync(plan.resting?.value ?? "").toString());
    expect(resting).toEqual({ ...writtenJournal(plan), puts: ["/a", "/gone"], deletes: [] });
    expect(plan.over).not.toContain(journalIn(plan));
  });

  test.for([
    { name: "without deletions", addresses: [], lagSeconds: 600 },
    { name: "where nothing lags", addresses: ["/gone"], lagSeconds: 0 },
  ])("is not written again $name", ({ addresses, lagSeconds }) => {
    expect(planned(addresses, lagSeconds).resting).toBeNull();
  });
});

describe("journals of others that may be at work", () => {
  const young = (word: string) => listed(NEXT - 1, word);
  const watchedBy = (journals: readonly ReturnType<typeof listed>[]) => {
    const state = { ...publishedState([]), journals, lagSeconds: 600 };
    const [head] = planPublish(siteOf([changed("article", "/a")]), state, Infinity).ledger.at(-1) ?? [];
    return decodeHead(head?.value ?? new Uint8Array()).watched ?? [];
  };

  test("are watched", () => {
    expect(watchedBy([young("b")])).toEqual([young("b").publish]);
  });

  test("are not, where they do the very same", () => {
    const state = { ...publishedState([]), lagSeconds: 600 };
    const own = journalIn(planPublish(siteOf([changed("article", "/a")]), state, Infinity));
    const same = { ...young("b"), publish: publishOf(own ?? ""), key: keyOf(own ?? "") };
    expect(watchedBy([same])).toEqual([]);
  });
});
