import { describe, expect, test } from "vitest";
import type { Adopted, AdoptedArticle } from "../../src/article/adopted.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { pathOf } from "./source-at.ts";

const OLD = { id: "https://old.example/?p=7", address: "/2019/tide/" };
const PUBLISHED = NOW - 30 * DAY + 7;

function adopted(fields: Partial<Omit<AdoptedArticle, "path">> = OLD, path = "a.md"): Adopted {
  const entry = {
    path: pathOf(path),
    id: null,
    address: null,
    published: null,
    item: null,
    line: 1,
    ...fields,
  };
  return { articles: [entry], feeds: [] };
}

function first(matter: string, settings = "", what = adopted()) {
  const history = new SiteHistory(settings);
  return history.bake({ "a.md": article("Tide", matter) }, NOW, undefined, what)["a.md"];
}

describe("a new article takes", () => {
  test.for([
    { name: "its old id", matter: "", settings: "", id: OLD.id },
    {
      name: "its old id before a pattern's",
      matter: "",
      settings: 'ids = "https://x.example/{slug}"\n',
      id: OLD.id,
    },
    { name: "the id of its front matter before the old one", matter: "id: own\n", settings: "", id: "own" },
  ])("$name", ({ matter, settings, id }) => {
    expect(first(matter, settings)?.id).toBe(id);
  });

  test.for([
    { name: "its old address", matter: "", settings: "", address: OLD.address, earlier: [] },
    {
      name: "its old address before a pattern's",
      matter: "",
      settings: 'permalink = "/x/{slug}"\n[permalinks]\n"/" = "/y/{slug}"\n',
      address: OLD.address,
      earlier: [],
    },
    {
      name: "the address of its front matter, and the old one as an alias",
      matter: "permalink: /tide\n",
      settings: "",
      address: "/tide",
      earlier: [OLD.address],
    },
    {
      name: "the slug of its front matter, and the old one as an alias",
      matter: "slug: high\n",
      settings: "",
      address: "/articles/high",
      earlier: [OLD.address],
    },
  ])("$name", ({ matter, settings, address, earlier }) => {
    expect(first(matter, settings)).toMatchObject({ address, earlier });
  });

  test.for([
    { name: "the date that readers have, where it names none", matter: "", at: PUBLISHED },
    { name: "that date, where it names the day", matter: "date: 2025-06-01\n", at: PUBLISHED },
    { name: "its own, where that is another", matter: "date: 2025-05-01\n", at: 1_746_057_600 },
  ])("$name", ({ matter, at }) => {
    expect(first(matter, "", adopted({ ...OLD, published: PUBLISHED }))?.published).toBe(at);
  });

  test("no id that another asks for", () => {
    const files = { "a.md": article("Tide"), "b.md": article("Lock", `id: ${OLD.id}\n`) };
    const records = new SiteHistory().bake(files, NOW, undefined, adopted());
    expect([records["a.md"]?.id, records["b.md"]?.id]).toEqual(["tag:quay.example,2025:a", OLD.id]);
  });

  test("no address that another has", () => {
    const files = {
      "a.md": article("Tide"),
      "b.md": article("Lock", `permalink: ${OLD.address}\ndate: 2020-01-01\n`),
    };
    const records = new SiteHistory().bake(files, NOW, undefined, adopted());
    expect(records["a.md"]).toMatchObject({ address: "/articles/a", earlier: [] });
  });
});

describe("an article that was adopted", () => {
  const both = adopted({ ...OLD, published: PUBLISHED });
  const publishedOnce = () => {
    const history = new SiteHistory();
    const record = history.bake({ "a.md": article("Tide", "date: 2025-06-01\n") }, NOW, undefined, both)[
      "a.md"
    ];
    return { history, record };
  };

  test("is the same at the next bake", () => {
    const { history, record } = publishedOnce();
    const files = { "a.md": article("Tide", "date: 2025-06-01\n") };
    expect(history.bake(files, NOW + HOUR, undefined, both)["a.md"]).toBe(record);
  });

  test("keeps what it has when its file moves, and what comes in its place gets nothing of it", () => {
    const { history } = publishedOnce();
    const files = { "b.md": article("Tide", "date: 2025-06-01\n"), "a.md": article("Other", "", "Else.") };
    const records = history.bake(files, NOW + HOUR, undefined, both);
    expect(records["b.md"]).toMatchObject({ ...OLD, published: PUBLISHED });
    expect(records["a.md"]).toMatchObject({ id: "tag:quay.example,2025:a", published: NOW + HOUR });
  });

  test("keeps its id and address where the entry is gone", () => {
    const { history } = publishedOnce();
    const files = { "a.md": article("Tide", "date: 2025-06-01\n") };
    expect(history.bake(files, NOW + HOUR)["a.md"]).toMatchObject(OLD);
  });

  test("takes another date that its front matter names later", () => {
    const { history } = publishedOnce();
    const files = { "a.md": article("Tide", "date: 2025-05-01\n") };
    expect(history.bake(files, NOW + HOUR, undefined, both)["a.md"]?.published).toBe(1_746_057_600);
  });

  test("keeps its old id where its front matter names another, and no other article comes of it", () => {
    const { history } = publishedOnce();
    history.bake({ "a.md": article("Tide", "id: own\ndate: 2025-06-01\n") }, NOW + HOUR, undefined, both);
    expect(history.ledger.articles.map(({ id, deleted }) => [id, deleted])).toEqual([[OLD.id, null]]);
  });
});

test("an article that was published before keeps its id and date; its old address leads to it", () => {
  const history = new SiteHistory();
  const files = { "a.md": article("Tide", "date: 2025-06-01\n") };
  const { "a.md": before } = history.bake(files, NOW);
  const what = adopted({ ...OLD, published: PUBLISHED });
  expect(history.bake(files, NOW + HOUR, undefined, what)["a.md"]).toMatchObject({
    id: before?.id,
    published: before?.published,
    address: before?.address,
    earlier: [OLD.address],
  });
});
