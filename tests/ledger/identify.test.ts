import { describe, expect, test } from "vitest";
import { articleText as article, DAY, NOW, SiteHistory } from "./site-history.ts";

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
