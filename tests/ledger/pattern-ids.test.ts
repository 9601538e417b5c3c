import { describe, expect, test } from "vitest";
import { articleId } from "../../src/article/values.ts";
import { isMintedBy } from "../../src/ledger/mint-ids.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";

const IDS = 'ids = "https://old.example{address}"\n';

describe("an id by the pattern of site.toml", () => {
  test.for([
    { ids: "https://old.example{address}", is: "https://old.example/2024/tide/" },
    { ids: "https://old.example/?id={slug}", is: "https://old.example/?id=tide" },
    { ids: "urn:quay:{year}-{month}-{day}:{path}", is: "urn:quay:2024-05-06:sea/tide" },
    { ids: "https://old.example/{author}/{slug}", is: "https://old.example/tide" },
  ])("is $is for $ids", ({ ids, is }) => {
    const history = new SiteHistory(`ids = "${ids}"\npermalink = "/{year}/{slug}/"\n`);
    const files = { "sea/tide.md": article("Tide", "date: 2024-05-06\n") };
    expect(history.bake(files, NOW)["sea/tide.md"]?.id).toBe(is);
  });

  test("goes behind id: of the front matter", () => {
    const { "a.md": record } = new SiteHistory(IDS).bake({ "a.md": article("Tide", "id: x\n") }, NOW);
    expect(record?.id).toBe("x");
  });

  test("is made once, of the first address", () => {
    const history = new SiteHistory(IDS);
    history.bake({ "a.md": article("Tide") }, NOW);
    const { "a.md": record } = history.bake({ "a.md": article("Tide", "slug: b\n") }, NOW + HOUR);
    expect(record).toMatchObject({ address: "/articles/b", id: "https://old.example/articles/a" });
  });

  test("leaves what is published its tag: id", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": article("Tide") }, NOW);
    const both = { "a.md": article("Tide"), "b.md": article("Lock") };
    const records = history.bake(both, NOW + DAY, new SiteHistory(IDS).settings);
    expect([records["a.md"]?.id, records["b.md"]?.id]).toEqual([
      "tag:quay.example,2025:a",
      "https://old.example/articles/b",
    ]);
  });

  test("stays where the front matter asks for another one later, which is told", () => {
    const history = new SiteHistory(IDS);
    history.bake({ "a.md": article("Tide") }, NOW);
    const { "a.md": record } = history.bake({ "a.md": article("Tide", "id: y\n") }, NOW + HOUR);
    expect(record?.id).toBe("https://old.example/articles/a");
    expect(history.last?.lateIds.map(({ source }) => source.path)).toEqual(["a.md"]);
  });

  test.for([
    {
      name: "of another by the pattern",
      files: { "x/a.md": article("Tide"), "y/a.md": article("Lock") },
      path: "y/a.md",
      other: "x/a.md",
    },
    {
      name: "of another that asks for it",
      files: { "a.md": article("Tide"), "b.md": article("Lock", "id: urn:a\n") },
      path: "a.md",
      other: "b.md",
    },
  ])("clashes with that $name, and the rest is numbered without it", ({ files, path, other }) => {
    const history = new SiteHistory('ids = "urn:{slug}"\n');
    history.bake({ ...files, "z.md": article("Rain") }, NOW);
    expect(history.last?.clashes.map(({ source, with: taken }) => [source.path, taken])).toEqual([
      [path, other],
    ]);
    expect([...history.ledger.articles].map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  });
});

describe("an id was made here", () => {
  test.for([
    { name: "where it is a tag:", ids: null, id: "tag:quay.example,2025:a", is: true },
    {
      name: "where it is a tag:, whatever the pattern",
      ids: "urn:{slug}",
      id: "tag:a.example,2020:a",
      is: true,
    },
    { name: "where it begins as the pattern does", ids: "urn:q:{slug}", id: "urn:q:a", is: true },
    { name: "not where it begins otherwise", ids: "urn:q:{slug}", id: "urn:x:a", is: false },
    {
      name: "not where it only holds what a made one begins with",
      ids: "urn:q:{slug}",
      id: "x tag:urn:q:",
      is: false,
    },
    { name: "not where there is no pattern", ids: null, id: "nullius:a", is: false },
  ])("$name: $id", ({ ids, id, is }) => {
    expect(isMintedBy({ ids })(articleId(id) ?? expect.fail())).toBe(is);
  });
});
