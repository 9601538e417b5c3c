import { describe, expect, test } from "vitest";
import { askedPlace, askedSlug, firstSlug, freePlace } from "../../src/ledger/addresses.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { articleText as article, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { sourceAt } from "./source-at.ts";

const TIDE = article("Tide");
const LOCK = article("Lock");
const settings = readSiteSettings(null, "site", new FileProblems("site.toml"));
const nobody = () => false;

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
    expect(history.ledger.articles.at(1)?.earlier).toEqual([]);
  });
});

describe("a slug", () => {
  const source = (slug: string | null, suggestedSlug = "tide") =>
    sourceAt({ path: "a.md", slug, suggestedSlug });

  test.for([
    { name: "that the front matter asks for", slug: "high tide", first: "high%20tide" },
    { name: "that headline or file suggest, where it asks for none", slug: null, first: "tide" },
    { name: "that they suggest, where it asks for what is none", slug: "a/b", first: "tide" },
  ])("is the one $name", ({ slug, first }) => {
    expect(firstSlug(source(slug))).toBe(first);
  });

  test("is a word of ours where nothing suggests one", () => {
    expect(firstSlug(source(null, ".."))).toBe("article");
  });

  test("is asked for by the front matter alone", () => {
    expect([askedSlug(source("ebb")), askedSlug(source(null)), askedSlug(source(".."))]).toEqual([
      "ebb",
      null,
      null,
    ]);
  });

  test.for([
    { name: "400 letters of one byte", slug: "a".repeat(400), kept: 400 },
    { name: "401 letters of one byte", slug: "a".repeat(401), kept: 400 },
    { name: "300 letters of nine bytes as they are encoded", slug: "潮".repeat(300), kept: 44 },
  ])("fits a storage key, cut to 400 bytes: $name", ({ slug, kept }) => {
    expect(decodeURIComponent(askedSlug(source(slug)) ?? "")).toBe(slug.slice(0, kept));
  });

  test("of which nothing is left when it is cut is none", () => {
    expect(askedSlug(source(`${".".repeat(100)}${"潮".repeat(300)}`))).toBeNull();
  });
});

describe("an address by the site's pattern", () => {
  const place = (permalink: string, iso: string, isTaken: (address: string) => boolean = nobody) =>
    freePlace("tide", Date.parse(iso) / 1000, { ...settings, permalink, timezone: "UTC" }, isTaken);

  test.for([
    { permalink: "/{slug}/", address: "/tide/" },
    { permalink: "/{year}/{slug}", address: "/0987/tide" },
    { permalink: "/{month}/{slug}", address: "/06/tide" },
    { permalink: "/{day}/{slug}", address: "/05/tide" },
    { permalink: "/{slug}-{day}{month}{year}", address: "/tide-05060987" },
  ])("is $address for $permalink: four digits, two and two", ({ permalink, address }) => {
    expect(place(permalink, "0987-06-05T12:00Z")).toEqual({ slug: "tide", address });
  });

  test("has a number where another article has or had it, which is no part of the slug", () => {
    const taken = ["/2025/tide/", "/2025/tide-2/"];
    expect(place("/{year}/{slug}/", "2025-06-05T12:00Z", (address) => taken.includes(address))).toEqual({
      slug: "tide",
      address: "/2025/tide-3/",
    });
  });
});

describe("an address that the front matter asks for", () => {
  const place = (permalink: string | null, ...taken: readonly string[]) =>
    askedPlace(
      sourceAt({ path: "a.md", permalink }),
      (address) => address.startsWith("/tags/"),
      (address) => taken.includes(address),
    );

  test("is none where there is no permalink:", () => {
    expect(place(null)).toBeNull();
  });

  test("is none where the site may come to have a document: no number would lead out of there", () => {
    expect(place("/tags/tide")).toBeNull();
  });

  test.for([
    { permalink: "/water/tide", place: { slug: "tide", address: "/water/tide" } },
    { permalink: "/water/tide/", place: { slug: "tide", address: "/water/tide/" } },
    { permalink: "/tide", place: { slug: "tide", address: "/tide" } },
  ])("is taken as it is written: $permalink", ({ permalink, place: expected }) => {
    expect(place(permalink)).toEqual(expected);
  });

  test.for([
    { permalink: "/water/tide", address: "/water/tide-2" },
    { permalink: "/water/tide/", address: "/water/tide-2/" },
  ])(
    "has a number before its slash where another article has or had it: $address",
    ({ permalink, address }) => {
      expect(place(permalink, permalink)).toEqual({ slug: "tide", address });
    },
  );
});

describe("an address by the pattern that the site keeps for itself", () => {
  const own = { ...settings, permalink: "/archive/{slug}" };

  test.for([
    { name: "gets a number that leads out of there", left: ["/archive/1"], is: "/archive/1-2" },
    { name: "is given up where none leads out", left: ["/archive/1", "/archive/1-2"], is: "/articles/1" },
    { name: "may have a number that is the site's", left: ["/archive/1-2"], is: "/archive/1" },
  ])("$name", ({ left, is }) => {
    const isLeft = (address: string) => left.includes(address);
    expect(freePlace("1", NOW, own, isLeft, {}, isLeft)).toEqual({ slug: "1", address: is });
  });

  test("is given up where all with a number are the site's, also where an article had the first of them", () => {
    const isLeft = (address: string) => /-\d+$/.test(address) && !had.includes(address);
    const isTaken = (address: string) => had.includes(address) || isLeft(address);
    const had = ["/archive/1"];
    expect(freePlace("1", NOW, own, isTaken, {}, isLeft).address).toBe("/articles/1");
    had.push("/archive/1-2", "/articles/1");
    const isOthers = (address: string) =>
      had.includes(address) || (isLeft(address) && address.startsWith("/archive/"));
    expect(freePlace("1", NOW, own, isOthers, {}, isLeft).address).toBe("/articles/1-2");
  });

  test.for([{ had: ["/tags/lock"] }, { had: ["/tags/lock", "/tags/lock-2"] }])(
    "is not given for one that front matter asks for, where an article had $had",
    ({ had }) => {
      const isLeft = (address: string) => address.startsWith("/tags/") && !had.includes(address);
      const isTaken = (address: string) => had.includes(address) || isLeft(address);
      expect(askedPlace(sourceAt({ path: "a.md", permalink: "/tags/lock" }), isLeft, isTaken)).toBeNull();
    },
  );
});
