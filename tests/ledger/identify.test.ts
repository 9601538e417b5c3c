import { describe, expect, test } from "vitest";
import { identify } from "../../src/ledger/identify.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { sourceAt } from "./source-at.ts";

const TIDE = article("Tide");
const LOCK = article("Lock");
const site = readSiteSettings(null, "site", new FileProblems("site.toml"));

describe("an id (RFC 4151)", () => {
  test("is made of authority and path without extension, percent-encoded", () => {
    const { "été/two words.md": record } = new SiteHistory().bake({ "été/two words.md": TIDE }, NOW);
    expect(record?.id).toBe("tag:quay.example,2025:%C3%A9t%C3%A9/two%20words");
  });

  test("of the front matter is taken verbatim", () => {
    const { "a.md": record } = new SiteHistory().bake(
      { "a.md": article("Tide", "id: urn:example:Tide\n") },
      NOW,
    );
    expect(record?.id).toBe("urn:example:Tide");
  });

  test.for([
    { name: "a retitle", before: { "a.md": TIDE }, after: { "a.md": article("Ebb") } },
    { name: "another address of the site", before: { "a.md": TIDE }, after: { "a.md": TIDE } },
    { name: "a move", before: { "a.md": TIDE }, after: { "b/c.md": TIDE } },
    {
      name: "another extension, with an edit",
      before: { "a.md": TIDE },
      after: { "a.markdown": article("Ebb") },
    },
    {
      name: "a move with an edit, by its own id",
      before: { "a.md": article("Tide", "id: urn:t\n") },
      after: { "b.md": article("Ebb", "id: urn:t\n") },
    },
    {
      name: "an id: that comes too late",
      before: { "a.md": TIDE },
      after: { "a.md": article("Tide", "id: urn:t\n") },
    },
  ])("stays through $name, and so does the address", ({ before, after }) => {
    const history = new SiteHistory();
    const [first] = Object.values(history.bake(before, NOW));
    const [second] = Object.values(
      history.bake(after, NOW + DAY, history.settings.replace("quay.example", "pier.example")),
    );
    expect(second).toMatchObject({ id: first?.id, address: first?.address, published: NOW, first: NOW });
    expect(history.ledger.articles).toHaveLength(1);
  });

  test("follows the text where two files change places, or names are shifted along a row", () => {
    const history = new SiteHistory();
    const first = history.bake({ "1.md": TIDE, "2.md": LOCK }, NOW);
    const second = history.bake({ "1.md": LOCK, "2.md": article("Mole"), "3.md": TIDE }, NOW + DAY);
    expect(second["1.md"]?.id).toBe(first["2.md"]?.id);
    expect(second["3.md"]?.id).toBe(first["1.md"]?.id);
    expect(second["2.md"]?.ordinal).toBe(2);
  });

  test("of a new article at a place that was left is another one", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const { "a.md": fresh, "b.md": moved } = history.bake({ "a.md": LOCK, "b.md": TIDE }, NOW + DAY);
    expect(moved?.id).toBe("tag:quay.example,2025:a");
    expect(fresh?.id).toBe("tag:quay.example,2025:a;2");
  });

  test("of the front matter belongs to that article: another id in its place is another article", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": article("Tide", "id: urn:t\n") }, NOW);
    history.bake({ "a.md": article("Lock", "id: urn:l\n") }, NOW + DAY);
    expect([...history.ledger.articles].map(({ id, deleted }) => [id, deleted])).toEqual([
      ["urn:t", NOW + DAY],
      ["urn:l", null],
    ]);
  });

  test("that another file has already is a clash, whoever came first", () => {
    const history = new SiteHistory();
    history.bake(
      { "a.md": TIDE, "b.md": article("Lock", "id: urn:l\n"), "c.md": article("Mole", "id: urn:l\n") },
      NOW,
    );
    expect(history.last?.clashes.map((clash) => [clash.source.path, clash.with])).toEqual([["c.md", "b.md"]]);
    history.bake({ "a.md": TIDE, "a.txt": "Ferry\nIt sails.\n" }, NOW + DAY);
    expect(history.last?.clashes.map((clash) => [clash.source.path, clash.with])).toEqual([
      ["a.txt", "a.md"],
    ]);
  });
});

describe("ids that sources ask for at one place", () => {
  test("two new ones that differ by their extension are a clash", () => {
    const history = new SiteHistory();
    const records = history.bake({ "a.md": TIDE, "a.txt": "Ferry\nIt sails.\n" }, NOW);
    expect(Object.keys(records)).toEqual(["a.md"]);
    expect(history.last?.clashes.map((clash) => [clash.source.path, clash.with])).toEqual([
      ["a.txt", "a.md"],
    ]);
  });

  test("are none where the one that lies there has an id of its own", () => {
    const history = new SiteHistory();
    const files = { "a.md": article("Tide", "id: urn:t\n") };
    history.bake(files, NOW);
    const { "a.txt": fresh } = history.bake({ ...files, "a.txt": "Ferry\nIt sails.\n" }, NOW + DAY);
    expect(fresh?.id).toBe("tag:quay.example,2025:a");
    expect(history.last?.clashes).toEqual([]);
  });

  test("are numbered where a front matter asks for the one that the place would give", () => {
    const moved = article("Lock", "id: tag:quay.example,2025:a\n");
    const { "a.md": other, "b.md": asked } = new SiteHistory().bake({ "a.md": TIDE, "b.md": moved }, NOW);
    expect([asked?.id, other?.id]).toEqual(["tag:quay.example,2025:a", "tag:quay.example,2025:a;2"]);
  });

  test("are numbered where every one before lives elsewhere by now", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    history.bake({ "a.md": LOCK, "b.md": TIDE }, NOW + DAY);
    const { "a.md": third } = history.bake(
      { "a.md": article("Mole"), "b.md": TIDE, "c.md": LOCK },
      NOW + 2 * DAY,
    );
    expect(third?.id).toBe("tag:quay.example,2025:a;3");
  });
});

describe("an article that is published for the first time", () => {
  const first = (fields: string) => {
    const history = new SiteHistory();
    return history.bake({ "a.md": article("Tide", fields) }, NOW)["a.md"];
  };

  test("is remembered to the last field", () => {
    expect(first("date: 2025-06-30T18:00:00Z\nslug: high\naliases: [/old]\n")).toStrictEqual({
      ordinal: 0,
      path: "a.md",
      id: "tag:quay.example,2025:a",
      slug: "high",
      address: "/articles/high",
      earlier: ["/old"],
      first: NOW,
      published: NOW - DAY,
      updated: NOW - DAY,
      digest: expect.stringMatching(/^[\w-]{22}$/),
      edition: NOW,
      correction: null,
      deleted: null,
    });
  });

  test("is remembered as a standing page where it is one", () => {
    expect(first("page: true\n")?.page).toBe(true);
  });

  test.for([
    { name: "as it declares", updated: "2025-07-01T17:00:00Z", at: NOW - HOUR },
    { name: "as it declares, if that is this very moment", updated: "2025-07-01T18:00:00Z", at: NOW },
    {
      name: "when it was published, if it declares a moment before that",
      updated: "2025-06-01",
      at: NOW - DAY,
    },
    {
      name: "when it was published, if it declares one to come",
      updated: "2025-07-01T18:00:01Z",
      at: NOW - DAY,
    },
  ])("was updated $name", ({ updated, at }) => {
    expect(first(`date: 2025-06-30T18:00:00Z\nupdated: ${updated}\n`)?.updated).toBe(at);
  });

  test("was updated when it was published, also before 1970", () => {
    const leapDay = Date.parse("1904-02-29T00:00:00Z") / 1000;
    const record = first("date: 1904-02-29\n");
    expect(record).toMatchObject({ published: leapDay, updated: leapDay });
  });

  test("counts itself and those beside it where it declares a correction", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const corrected = article("Mole", "correction: It was noon.\n");
    const { "c.md": record } = history.bake({ "a.md": TIDE, "b.md": LOCK, "c.md": corrected }, NOW + DAY);
    expect(record?.correction).toEqual({ note: "f0xiELwV", before: 3 });
  });
});

describe("what comes too late is told:", () => {
  test("an id that a source asks for after it was published under another", () => {
    const history = new SiteHistory();
    const own = article("Lock", "id: urn:l\n");
    history.bake({ "a.md": TIDE, "b.md": own, "c.md": article("Mole") }, NOW);
    expect(history.last?.lateIds).toEqual([]);
    history.bake({ "a.md": article("Tide", "id: urn:t\n"), "b.md": own, "c.md": article("Mole") }, NOW + DAY);
    expect(history.last?.lateIds.map(({ source, record }) => [source.path, record.id])).toEqual([
      ["a.md", "tag:quay.example,2025:a"],
    ]);
  });

  test("no id that only has white space around it", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": article("Tide", "id: urn:t\n") }, NOW);
    const { lateIds } = identify([sourceAt({ path: "a.md", id: " urn:t " })], history.ledger, site, {
      now: NOW + DAY,
      edition: NOW + DAY,
      authority: "quay.example,2025",
      reserved: new Set(),
      mayBecomeOwn: () => false,
    });
    expect(lateIds).toEqual([]);
  });

  test("a date to come that a source names after it was published", () => {
    const history = new SiteHistory();
    const dateline = "Ports agree\nOSLO, June 30 (QN) - Ports agreed.\nA.Marsh--QN\n";
    const files = { "a.md": TIDE, "b.txt": dateline, "c.md": article("Lock") };
    history.bake(files, NOW);
    history.bake(
      {
        ...files,
        "a.md": article("Tide", "date: 2025-07-02T18:00:01Z\n"),
        "c.md": article("Lock", "date: 2025-07-02T18:00:00Z\n"),
      },
      NOW + DAY,
    );
    expect(history.last?.lateDates.map(({ source }) => source.path)).toEqual(["a.md"]);
  });

  test("a last change to come that a source names, which does not count yet", () => {
    const history = new SiteHistory();
    const files = {
      "a.md": article("Tide", "date: 2025-06-30\nupdated: 2025-07-02T18:00:01Z\n"),
      "b.md": article("Lock", "date: 2025-06-30\nupdated: 2025-07-02T18:00:00Z\n"),
      "c.md": article("Mole"),
    };
    history.bake(files, NOW + DAY);
    expect(history.last?.lateUpdates.map(({ source }) => source.path)).toEqual(["a.md"]);
  });

  test("no date of an article that was deleted: it waits, as a new one does", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    history.bake({}, NOW + HOUR);
    expect(history.bake({ "a.md": article("Tide", "date: 2025-07-03T18:00:00Z\n") }, NOW + DAY)).toEqual({});
    expect(history.last?.waiting).toMatchObject([{ until: NOW + 2 * DAY }]);
    expect(history.ledger.articles.at(0)?.deleted).toBe(NOW + HOUR);
  });
});

describe("ordinals", () => {
  test("follow date, then path, whatever the order of files", () => {
    const files = {
      "b.md": article("B", "date: 2025-01-02\n"),
      "a.md": article("A", "date: 2025-01-03\n"),
      "d.md": article("D", "date: 2025-01-02\n"),
    };
    for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
      const history = new SiteHistory();
      history.bake(Object.fromEntries(order), NOW);
      expect([...history.ledger.articles].map(({ path }) => path)).toEqual(["b.md", "d.md", "a.md"]);
    }
  });

  test("go on counting, also for an older article that comes later", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    const { "b.md": late } = history.bake(
      { "a.md": TIDE, "b.md": article("Lock", "date: 1999-01-01\n") },
      NOW + DAY,
    );
    expect(late?.ordinal).toBe(1);
  });
});

test("records that nothing changed are the ledger's own objects", () => {
  const history = new SiteHistory();
  history.bake({ "a.md": TIDE, "b.md": article("Lock", "slug: l\npermalink: /l/\naliases: [/x]\n") }, NOW);
  const before = history.ledger.articles;
  history.bake(
    { "a.md": TIDE, "b.md": article("Lock", "slug: l\npermalink: /l/\naliases: [/x]\n") },
    NOW + DAY,
  );
  expect([...history.ledger.articles].map((record, index) => record === before.at(index))).toEqual([
    true,
    true,
  ]);
});
