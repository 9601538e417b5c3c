import { describe, expect, test } from "vitest";
import { DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";

const article = (title: string, fields = "", text = `About ${title}.`) =>
  `---\ntitle: ${JSON.stringify(title)}\n${fields}---\n${text}\n`;
const TIDE = article("Tide");
const LOCK = article("Lock");

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

describe("ordinals", () => {
  test("follow date, then path, whatever the order of files", () => {
    const files = {
      "b.md": article("B", "date: 2025-01-02\n"),
      "a.md": article("A", "date: 2025-01-03\n"),
      "d.md": article("D", "date: 2025-01-02\n"),
    };
    const records = new SiteHistory().bake(files, NOW);
    expect(
      Object.values(records)
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ path }) => path),
    ).toEqual(["b.md", "d.md", "a.md"]);
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

describe("an address", () => {
  test("follows the permalink, with days as the site's zone has them", () => {
    const settings = 'timezone = "Pacific/Auckland"\npermalink = "/{year}/{month}/{day}/{slug}/"\n';
    const { "a.md": record } = new SiteHistory(settings).bake(
      { "a.md": article("Tide", "date: 2024-12-31T22:00:00Z\n") },
      NOW,
    );
    expect(record?.address).toBe("/2025/01/01/a/");
  });

  test("that is taken gets a number; one that was ever used is taken", () => {
    const history = new SiteHistory();
    const both = history.bake({ "x/a.md": TIDE, "y/a.md": LOCK }, NOW);
    expect([both["x/a.md"]?.address, both["y/a.md"]?.address]).toEqual(["/articles/a", "/articles/a-2"]);
    history.bake({}, NOW + HOUR);
    const { "z/a.md": third } = history.bake({ "z/a.md": article("Mole") }, NOW + DAY);
    expect(third?.address).toBe("/articles/a-3");
  });

  test("that the site needs itself is taken", () => {
    const history = new SiteHistory('permalink = "/{slug}"\n');
    const { "a.md": record } = history.bake({ "a.md": article("Tide", "slug: rss.xml\n") }, NOW);
    expect(record?.address).toBe("/rss.xml-2");
  });

  test("fits a storage key, however long the slug is", () => {
    const { "a.md": record } = new SiteHistory().bake(
      { "a.md": article("T", `slug: ${"潮".repeat(300)}\n`) },
      NOW,
    );
    expect(record?.address.length).toBeLessThanOrEqual(420);
    expect(decodeURIComponent(record?.address ?? "")).toMatch(/^\/articles\/潮+$/);
  });

  test("changes when slug: asks for it, and every earlier one is remembered", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": TIDE }, NOW);
    history.bake({ "a.md": article("Tide", "slug: high\n", "About Tide.") }, NOW + HOUR);
    const { "a.md": record } = history.bake({ "a.md": article("Tide", "slug: low\n") }, NOW + DAY);
    expect(record).toMatchObject({ address: "/articles/low", earlier: ["/articles/a", "/articles/high"] });
  });

  test("comes back to an earlier one of its own", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": article("Tide", "slug: high\n") }, NOW);
    history.bake({ "a.md": article("Tide", "slug: low\n") }, NOW + HOUR);
    const { "a.md": record } = history.bake({ "a.md": article("Tide", "slug: high\n") }, NOW + DAY);
    expect(record).toMatchObject({ address: "/articles/high", earlier: ["/articles/low"] });
  });

  test("follows a new pattern for the site, and not a new date", () => {
    const history = new SiteHistory('permalink = "/{year}/{slug}"\n');
    history.bake({ "a.md": article("Tide", "date: 2024-05-05\n") }, NOW);
    const { "a.md": redated } = history.bake({ "a.md": article("Tide", "date: 2023-05-05\n") }, NOW + HOUR);
    expect(redated?.address).toBe("/2024/a");
    const { "a.md": moved } = history.bake(
      { "a.md": article("Tide") },
      NOW + DAY,
      new SiteHistory().settings,
    );
    expect(moved).toMatchObject({ address: "/articles/a", earlier: ["/2024/a"] });
  });

  test("that a front matter names as an alias leads here from then on", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": article("Tide", "aliases: [/old/tide/, /articles/a]\n") }, NOW);
    const { "a.md": record } = history.bake(
      { "a.md": TIDE, "b.md": article("Lock", "aliases: [/old/tide/]\n") },
      NOW + DAY,
    );
    expect(record?.earlier).toEqual(["/old/tide/"]);
    expect(history.ledger.articles[1]?.earlier).toEqual([]);
  });
});

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
    expect(history.bake(files, NOW + 800 * DAY)["a.txt"]).toBe(history.ledger.articles[0]);
    expect(history.ledger.articles[0]?.published).toBe(first);
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
    expect(history.ledger.articles[0]).toMatchObject({ address: "/articles/a", deleted: NOW + HOUR });
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

test("records that nothing changed are the ledger's own objects", () => {
  const history = new SiteHistory();
  history.bake({ "a.md": TIDE, "b.md": article("Lock", "slug: l\npermalink: /l/\naliases: [/x]\n") }, NOW);
  const before = history.ledger.articles;
  history.bake(
    { "a.md": TIDE, "b.md": article("Lock", "slug: l\npermalink: /l/\naliases: [/x]\n") },
    NOW + DAY,
  );
  expect(history.ledger.articles.map((record, index) => record === before[index])).toEqual([true, true]);
});
