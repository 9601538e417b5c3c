import { describe, expect, test } from "vitest";
import { unpackText } from "../../src/ledger/stored/packed.ts";
import { planPublish, TooFewWritesError } from "../../src/publish/plan.ts";
import { records } from "../ledger/records.ts";
import { rememberedBy, stagesOf, writtenJournal } from "./planned.ts";
import { changed, kept, publishedState, siteOf } from "./wanted-site.ts";

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

  test("does not remember an article's page that is not written yet either, which a part of the ledger tells", () => {
    const articles = records(2);
    const pages = articles.map(({ address }) => changed("article", address));
    const state = publishedState([], { articles });
    const [shard] = planPublish(siteOf(pages, { articles }), state, 5).ledger[0] ?? [];
    const { documents } = JSON.parse(unpackText(shard?.value ?? "") ?? "");
    expect(Object.keys(documents)).toEqual(["/articles/a0"]);
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
        message: "recording this publish takes 3 writes, so --max-writes must be higher",
      }),
    );
  });
});
