import { describe, expect, test } from "vitest";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";

const TIDE = article("Tide");
const LOCK = article("Lock");

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
