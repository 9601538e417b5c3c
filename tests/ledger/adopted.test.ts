import { describe, expect, test } from "vitest";
import type { Adopted, AdoptedArticle } from "../../src/article/adopted.ts";
import type { Source } from "../../src/article/source.ts";
import { adoptedBook, asReadersKnow } from "../../src/ledger/adopted-book.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { siteWith } from "../bake/small-site.ts";
import { recordBut } from "./records.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { pathOf, sourceAt } from "./source-at.ts";

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

describe("an old address", () => {
  const LOCK = { ...OLD, address: "/articles/lock" };

  test.for([
    { address: "/2019/tide/", slug: "tide" },
    { address: "/2019/tide.html", slug: "tide.html" },
    { address: "/tide", slug: "tide" },
  ])("$address gives the slug $slug", ({ address, slug }) => {
    expect(first("", "", adopted({ ...OLD, address }))).toMatchObject({ slug, address });
  });

  test("goes behind a pattern of the front matter, and leads on", () => {
    const record = first("date: 2024-05-06\npermalink: /:year/:title/\n", 'generator = "jekyll"\n');
    expect(record).toMatchObject({ address: "/2024/a/", earlier: [OLD.address] });
  });

  test("is another's where that asks for it, also where it comes later", () => {
    const files = {
      "a.md": article("Tide", "date: 2019-01-01\n"),
      "b.md": article("Lock", `permalink: ${OLD.address}\ndate: 2020-01-01\n`),
    };
    const records = new SiteHistory().bake(files, NOW, undefined, adopted());
    expect([records["a.md"]?.address, records["b.md"]?.address]).toEqual(["/articles/a", OLD.address]);
  });

  test.for([
    { name: "by the pattern", matter: "slug: lock\n", address: "/articles/lock-2", earlier: [] },
    { name: "as an alias", matter: "aliases: [/articles/lock]\n", address: "/articles/b", earlier: [] },
  ])("is kept for its article, also where an older one comes to it $name", ({ matter, address, earlier }) => {
    const files = {
      "a.md": article("Tide", "date: 2020-01-01\n"),
      "b.md": article("Lock", `${matter}date: 2019-01-01\n`),
    };
    const records = new SiteHistory().bake(files, NOW, undefined, adopted(LOCK));
    expect(records["a.md"]?.address).toBe("/articles/lock");
    expect(records["b.md"]).toMatchObject({ address, earlier });
  });

  test("that two had is the first's", () => {
    const articles = [...adopted(LOCK).articles, ...adopted({ ...LOCK, id: null }, "b.md").articles];
    const files = {
      "a.md": article("Tide", "date: 2019-01-01\n"),
      "b.md": article("Mole", "date: 2020-01-01\n"),
    };
    const records = new SiteHistory().bake(files, NOW, undefined, { articles, feeds: [] });
    expect([records["a.md"]?.address, records["b.md"]?.address]).toEqual(["/articles/lock", "/articles/b"]);
  });
});

test("where nothing was adopted, the older article has the address that both would have", () => {
  const files = {
    "a.md": article("Tide", "date: 2019-01-01\n"),
    "b.md": article("Lock", "permalink: /articles/a\ndate: 2020-01-01\n"),
  };
  const records = new SiteHistory().bake(files, NOW);
  expect([records["a.md"]?.address, records["b.md"]?.address]).toEqual(["/articles/a", "/articles/a-2"]);
});

describe("an old id", () => {
  test("that two had is the first's", () => {
    const articles = [...adopted().articles, ...adopted({ id: OLD.id }, "b.md").articles];
    const files = {
      "a.md": article("Tide", "date: 2019-01-01\n"),
      "b.md": article("Mole", "date: 2020-01-01\n"),
    };
    const records = new SiteHistory().bake(files, NOW, undefined, { articles, feeds: [] });
    expect([records["a.md"]?.id, records["b.md"]?.id]).toEqual([OLD.id, "tag:quay.example,2025:b"]);
  });

  test("that its article does not take is free for another", () => {
    const files = { "a.md": article("Tide", "id: own\n"), "b.md": article("Mole") };
    const history = new SiteHistory('ids = "urn:{slug}"\n');
    const records = history.bake(files, NOW, undefined, adopted({ id: "urn:b" }));
    expect([records["a.md"]?.id, records["b.md"]?.id]).toEqual(["own", "urn:b"]);
  });
});

describe("what readers know of an article", () => {
  const NEWS = "Ports agree\nOSLO, June 30 (QN) - Ports agreed.\nA.Marsh--QN\n";
  const MORNING = Date.parse("2025-06-30T10:00:00Z") / 1000;

  test("is its date without an old id too, and stays so in the years that follow", () => {
    const what = adopted({ published: MORNING }, "b.txt");
    const history = new SiteHistory();
    history.bake({ "b.txt": NEWS }, NOW, undefined, what);
    const { "b.txt": later } = history.bake({ "b.txt": NEWS }, NOW + 370 * DAY, undefined, what);
    expect(later?.published).toBe(MORNING);
  });

  test.for([
    { name: "within 36 hours", hours: 36, seconds: 0, isTaken: true },
    { name: "not beyond", hours: 36, seconds: 1, isTaken: false },
    { name: "within 36 hours before", hours: -36, seconds: 0, isTaken: true },
    { name: "not beyond, before", hours: -36, seconds: -1, isTaken: false },
  ])("is the date, where its own is near: $name", ({ hours, seconds, isTaken }) => {
    const own = Date.parse("2025-06-01T00:00:00Z") / 1000;
    const published = own + hours * HOUR + seconds;
    const record = first("date: 2025-06-01\n", "", adopted({ ...OLD, published }));
    expect(record?.published).toBe(isTaken ? published : own);
  });

  const known = (source: Source, entry: Partial<AdoptedArticle>, record: ArticleRecord | null = null) => {
    const records = record === null ? [] : [record];
    const match = { source, record, ownId: null, digest: "" };
    return asReadersKnow(match, adoptedBook(adopted(entry), records), siteWith(), NOW).source;
  };

  test("changes nothing of what its author wrote", () => {
    const history = new SiteHistory();
    const what = adopted({ ...OLD, published: PUBLISHED });
    history.bake({ "a.md": article("Tide", "date: 2025-06-01\naliases: [/x]\n") }, NOW, undefined, what);
    expect(history.last?.articles.map(({ source }) => source)).toMatchObject([
      { aliases: ["/x"], published: { at: Date.parse("2025-06-01T00:00:00Z") / 1000 } },
    ]);
  });

  test("is no date where they know none", () => {
    const source = sourceAt({ path: "a.md", published: { kind: "guess", at: 5 } });
    expect(known(source, OLD).published).toEqual({ kind: "guess", at: 5 });
  });

  test.for([
    { name: "its old address", address: "/old", aliases: ["/x", "/old"] },
    { name: "no address that it has", address: "/articles/a0", aliases: ["/x"] },
    { name: "none where they know none", address: null, aliases: ["/x"] },
  ])("leads on from $name", ({ address, aliases }) => {
    const record = recordBut({ ordinal: 0, path: pathOf("a.md") });
    expect(known(sourceAt({ path: "a.md", aliases: ["/x"] }), { address }, record).aliases).toEqual(aliases);
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
    expect([...history.ledger.articles].map(({ id, deleted }) => [id, deleted])).toEqual([[OLD.id, null]]);
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
