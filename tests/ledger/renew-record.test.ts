import { describe, expect, test } from "vitest";
import { deletedRecord } from "../../src/ledger/renew-record.ts";
import { recordBut, records } from "./records.ts";
import { Renewals } from "./renewal.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";

const TIDE = article("Tide");
const LOCK = article("Lock");

describe("dates", () => {
  test("that no source names are those of the first bake", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    expect(history.bake({ "a.md": TIDE }, NOW + DAY)["a.md"]).toMatchObject({ published: NOW, updated: NOW });
  });

  test("updated moves to the edition of an edit, or to what the source declares", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    expect(history.bake({ "a.md": article("Ebb") }, NOW + HOUR)["a.md"]?.updated).toBe(NOW + HOUR);
    const declared = article("Flood", "updated: 2025-07-01T18:30:00Z\n");
    expect(history.bake({ "a.md": declared }, NOW + DAY)["a.md"]?.updated).toBe(NOW + HOUR);
    const later = article("Flood", "updated: 2025-07-02T18:00:00Z\n");
    expect(history.bake({ "a.md": later }, NOW + 2 * DAY)["a.md"]?.updated).toBe(NOW + DAY);
  });

  test.for([
    { name: "a move to another section", files: { "b/a.md": article("Tide", "draft: false\n") } },
    { name: "another slug", files: { "a.md": article("Tide", "slug: t\n") } },
    { name: "an update that is to come", files: { "a.md": article("Tide", "updated: 2030-01-01\n") } },
    { name: "new lines in the source", files: { "a.md": `${article("Tide")}\n\n\n` } },
  ])("updated does not move with $name", ({ files }) => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const [record] = Object.values(history.bake(files, NOW + DAY));
    expect(record).toMatchObject({ ordinal: 0, updated: NOW });
  });

  test("a dateline without a year means the same in the years that follow", () => {
    const history = new SiteHistory();
    const files = { "a.txt": "Ports agree\nOSLO, June 30 (QN) - Ports agreed.\nA.Marsh--QN\n" };
    const first = history.bake(files, NOW)["a.txt"]?.published;
    expect(new Date((first ?? 0) * 1000).toISOString()).toBe("2025-06-30T00:00:00.000Z");
    expect(history.bake(files, NOW + 800 * DAY)["a.txt"]).toBe(history.ledger.articles.at(0));
    expect(history.ledger.articles.at(0)?.published).toBe(first);
  });

  test("an article dated after the clock waits; one that was published stays", () => {
    const history = new SiteHistory();
    const future = article("Tide", "date: 2025-07-03T18:00:00Z\n");
    expect(history.bake({ "a.md": future }, NOW)).toEqual({});
    expect(history.last?.waiting).toMatchObject([{ until: NOW + 2 * DAY }]);
    expect(history.bake({ "a.md": future }, NOW + 3 * DAY)["a.md"]?.published).toBe(NOW + 2 * DAY);
    const typo = article("Tide", "date: 2062-07-03\n");
    expect(history.bake({ "a.md": typo }, NOW + 4 * DAY)["a.md"]?.published).toBe(NOW + 2 * DAY);
    expect(history.last?.lateDates).toHaveLength(1);
  });
});

describe("what is deleted", () => {
  test("keeps id and address, and its tombstone its edition", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE, "b.md": LOCK }, NOW);
    history.bake({ "b.md": LOCK }, NOW + HOUR);
    history.bake({ "b.md": LOCK }, NOW + DAY);
    expect(history.ledger.articles.at(0)).toMatchObject({ address: "/articles/a", deleted: NOW + HOUR });
  });

  test.for([
    { name: "at its place", files: { "a.md": TIDE } },
    { name: "at its place with another text", files: { "a.md": article("Ebb") } },
    { name: "elsewhere with its text", files: { "c/d.md": TIDE } },
    { name: "with an old date of its own", files: { "a.md": article("Tide", "updated: 2025-07-01\n") } },
  ])("comes back $name under its id and address, updated past its tombstone (RFC 6721 §3)", ({ files }) => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    history.bake({}, NOW + HOUR);
    const [record] = Object.values(history.bake(files, NOW + DAY));
    expect(record).toMatchObject({
      ordinal: 0,
      id: "tag:quay.example,2025:a",
      address: "/articles/a",
      published: NOW,
      updated: NOW + DAY,
      deleted: null,
    });
    const [later] = Object.values(history.bake(files, NOW + 2 * DAY));
    expect(later).toBe(record);
  });
});

describe("a correction", () => {
  const corrected = (note: string, text: string) => article("Tide", `correction: ${note}\n`, text);

  test("is remembered with the number of articles that there were", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE, "b.md": LOCK }, NOW);
    const { "a.md": record } = history.bake(
      { "a.md": corrected("Noon", "It was noon."), "b.md": LOCK },
      NOW + HOUR,
    );
    expect(record?.correction).toMatchObject({ before: 2 });
  });

  test("counts once; another note is another correction; none is none", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const first = history.bake({ "a.md": corrected("Noon", "It was noon.") }, NOW + HOUR)["a.md"]?.correction;
    const files = { "a.md": corrected("Noon", "It was noon, we hear."), "b.md": LOCK };
    expect(history.bake(files, NOW + DAY)["a.md"]?.correction).toEqual(first);
    const second = history.bake({ ...files, "a.md": corrected("Dusk", "It was dusk.") }, NOW + 2 * DAY)[
      "a.md"
    ]?.correction;
    expect(second).toMatchObject({ before: 2 });
    expect(history.bake({ ...files, "a.md": TIDE }, NOW + 3 * DAY)["a.md"]?.correction).toBeNull();
  });
});

describe("a record", () => {
  const known = recordBut({ ordinal: 0, correction: { note: "f0xiELwV", before: 3 }, earlier: ["/old"] });
  const renew = (fields: Parameters<Renewals["renew"]>[1], record = known) =>
    new Renewals([record]).renew(0, { correction: "It was noon.", ...fields });

  test("is the same object where its source says what it said", () => {
    expect(renew({})).toBe(known);
  });

  test.for([
    { name: "a move", fields: { path: "b.md" }, changes: { path: "b.md" } },
    { name: "an edit", fields: { digest: "edited" }, changes: { digest: "edited", updated: 5001 } },
    {
      name: "an edit that declares the update which is remembered",
      fields: { digest: "edited", updated: 1000 },
      changes: { digest: "edited" },
    },
    {
      name: "an earlier date of publication",
      fields: { published: { kind: "instant" as const, at: 900 } },
      changes: { published: 900 },
    },
    {
      name: "a later date of publication, which the last update never precedes",
      fields: { published: { kind: "instant" as const, at: 5000 } },
      changes: { published: 5000, updated: 5000 },
    },
    { name: "a declared update", fields: { updated: 5000 }, changes: { updated: 5000 } },
    { name: "a correction that is taken back", fields: { correction: null }, changes: { correction: null } },
    {
      name: "another correction",
      fields: { correction: "It was dusk." },
      changes: { correction: { note: "NLEgD6vI", before: 7 } },
    },
    { name: "an alias", fields: { aliases: ["/x"] }, changes: { earlier: ["/old", "/x"] } },
    {
      name: "another slug",
      fields: { slug: "b" },
      changes: { slug: "b", address: "/articles/b", earlier: ["/old", "/articles/a0"] },
    },
  ])("is renewed by $name, with the edition, and keeps the rest", ({ fields, changes }) => {
    expect(renew(fields)).toEqual({ ...known, edition: 5001, ...changes });
  });

  test.for([
    { name: "a date of publication to come", fields: { published: { kind: "instant" as const, at: 5001 } } },
    { name: "an update to come", fields: { updated: 5001 } },
    { name: "an update before the last", fields: { updated: 999 } },
  ])("is not renewed by $name", ({ fields }) => {
    expect(renew(fields)).toBe(known);
  });

  test("keeps its date where site.toml came to have a time of release for such days", () => {
    const released = (midnight: number) => ({ kind: "instant" as const, at: midnight + 32_400, midnight });
    const night = { ...known, published: -50_000, updated: -50_000 };
    expect(renew({ published: released(-50_000) }, night)).toBe(night);
    expect(renew({ published: released(-60_000) }, night).published).toBe(-27_600);
    expect(renew({ published: { kind: "instant", at: -27_600 } }, night).published).toBe(-27_600);
  });

  test("of before 1970 keeps its dates", () => {
    const old = { ...known, published: -1000, updated: -1000 };
    expect(renew({}, old)).toBe(old);
    const stated = { published: { kind: "instant" as const, at: -2000 }, updated: -900 };
    expect(renew(stated, old)).toEqual({ ...old, published: -2000, updated: -900, edition: 5001 });
  });

  test("that comes back from deletion is updated past its tombstone (RFC 6721 §3)", () => {
    const gone = { ...known, deleted: 4000, edition: 4000 };
    expect(renew({}, gone)).toEqual({ ...known, deleted: null, edition: 5001, updated: 5001 });
  });

  test("is deleted once: the edition that took it away stays", () => {
    const gone = deletedRecord(known, 4000);
    expect(gone).toEqual({ ...known, deleted: 4000, edition: 4000 });
    expect(deletedRecord(gone, 5001)).toBe(gone);
  });
});

describe("a standing page", () => {
  const page = recordBut({ ordinal: 0, page: true });
  const { page: _, ...article } = page;

  test("stays one", () => {
    expect(new Renewals([page]).renew(0)).toBe(page);
    expect(new Renewals([page]).renew(0, { updated: 2000 })).toEqual({
      ...page,
      updated: 2000,
      edition: 5001,
    });
  });

  test("that becomes an article is one for ever: feeds have named it", () => {
    const first = new Renewals([page]).renew(0, { page: false });
    expect(first).toStrictEqual({ ...article, edition: 5001 });
    expect(new Renewals([first]).renew(0, { page: true })).toBe(first);
  });
});

describe("an address", () => {
  const dated = { permalink: "/{year}/{slug}" };
  const first = recordBut({ ordinal: 0, slug: "tide", address: "/2024/tide", published: 1000 });

  test.for([
    { name: "another date", fields: {} },
    { name: "the slug that it has", fields: { slug: "tide" } },
    { name: "the permalink that it has", fields: { permalink: "/2024/tide" } },
  ])("stays with $name", ({ fields }) => {
    expect(new Renewals([first], dated).renew(0, fields)).toBe(first);
  });

  test("follows a new pattern of the site, by the date of publication", () => {
    expect(new Renewals([first], { ...dated, before: "/{slug}" }).renew(0)).toMatchObject({
      slug: "tide",
      address: "/1970/tide",
      earlier: ["/2024/tide"],
    });
  });

  test("that a permalink asks for is taken as it is written", () => {
    expect(new Renewals([first]).renew(0, { permalink: "/water/ebb/" })).toMatchObject({
      slug: "ebb",
      address: "/water/ebb/",
      earlier: ["/2024/tide"],
    });
  });

  test("that comes back is no earlier one any more", () => {
    const moved = { ...first, address: "/b", earlier: ["/a", "/2024/tide"] };
    expect(new Renewals([moved]).renew(0, { permalink: "/a" }).earlier).toEqual(["/2024/tide", "/b"]);
  });

  test("that the slug asks for already stays, and the slug is remembered", () => {
    const all = records(1, { 0: { slug: "a", address: "/articles/a-2" } });
    expect(new Renewals(all).renew(0, { slug: "a-2" })).toEqual({ ...all[0], slug: "a-2", edition: 5001 });
  });

  test("that a permalink comes to again, since another article has the one without a number, stays as it is", () => {
    const all = records(2, { 0: { address: "/l" }, 1: { slug: "l-2", address: "/l-2" } });
    expect(new Renewals(all).renew(1, { permalink: "/l" })).toBe(all[1]);
  });

  test.for([
    { name: "permalink", asks: { permalink: "/articles/x" } },
    { name: "slug", asks: { slug: "x" } },
  ])("that two articles of one bake ask for by $name is the first one's", ({ asks }) => {
    const bake = new Renewals(records(2));
    expect([bake.renew(0, asks).address, bake.renew(1, asks).address]).toEqual([
      "/articles/x",
      "/articles/x-2",
    ]);
  });
});
