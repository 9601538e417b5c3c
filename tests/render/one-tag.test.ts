import { parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";

const HOUR = 3600;
const article = (matter: string) => `---\ndate: 2025-06-30\n${matter}\n---\nText.\n`;

/** Bakes articles that have these fields. */
function bake(matters: readonly string[], settings = "", ledger = EMPTY_LEDGER, now = NOW): BakedSite {
  const articles = matters.map((matter, at) => [`${"abcdefgh"[at]}.md`, article(matter)]);
  return bakeFolder(
    contentFolder({ "site.toml": SITE_TOML + settings, ...Object.fromEntries(articles) }),
    ledger,
    now,
  );
}

const channels = ({ ledger }: BakedSite) => ledger.channels.map(({ kind, name, slug }) => [kind, name, slug]);
const pages = ({ documents }: BakedSite) =>
  documents.map(({ key }) => key).filter((key) => /^\/(?:tags|sections|authors|languages)\/[^/]+$/.test(key));
const itemsOf = (site: BakedSite, key: string) =>
  (parseJsonFeed(bodyOf(site, key)).items ?? []).map(({ id = "" }) => id.replace(/^.*:/, "")).sort();

describe("tags with one slug", () => {
  test.for([
    { rule: "in two spellings", matter: "tags: [Linux, linux]", words: ["Linux"] },
    {
      rule: "as a tag and a category",
      matter: "tags: [Office Hours]\ncategories: office hours",
      words: ["Office Hours"],
    },
    {
      rule: "with a hyphen and with a space",
      matter: "tags: [office-hours]\ncategories: Office Hours",
      words: ["office-hours", "Office Hours"],
    },
  ])("$rule are one in an article", ({ matter, words }) => {
    const site = bake([matter]);
    expect(site.problems).toEqual([]);
    expect(pages(site)).toHaveLength(1);
    const [page = ""] = pages(site);
    expect(itemsOf(site, `${page}/feed.json`)).toEqual(["a"]);
    expect([...site.articles].map(({ tags }) => tags)).toEqual([words]);
    expect(bodyOf(site, "/articles/a").split('rel="tag"')).toHaveLength(2);
  });

  test("are one channel across the site, named as most articles write it", () => {
    const site = bake([
      "tags: [Office Hours]",
      "tags: [office-hours]",
      "tags: [office-hours]",
      "tags: [OFFICE_HOURS]",
    ]);
    expect(channels(site)).toEqual([["tag", "office-hours", "office-hours"]]);
    expect(itemsOf(site, "/tags/office-hours/feed.json")).toEqual(["a", "b", "c", "d"]);
  });

  test("keep the name that was published first, whatever most articles write later", () => {
    const first = bake(["tags: [Linux]"]);
    const later = bake(["tags: [Linux]", "tags: [linux]", "tags: [linux]"], "", first.ledger, NOW + HOUR);
    expect(channels(later)).toEqual([["tag", "Linux", "linux"]]);
    expect(itemsOf(later, "/tags/linux/feed.json")).toEqual(["a", "b", "c"]);
  });

  test("stay apart where they were published apart", () => {
    const before = {
      ...bake(["tags: [office-hours]"]).ledger,
      channels: [
        { kind: "tag", name: "Office Hours", slug: "office-hours" },
        { kind: "tag", name: "office-hours", slug: "office-hours-2" },
      ],
    } as const;
    const site = bake(
      ["tags: [office-hours]", "tags: [OFFICE hours]", "tags: [office_hours]"],
      "",
      before,
      NOW + HOUR,
    );
    expect(channels(site)).toHaveLength(2);
    expect(itemsOf(site, "/tags/office-hours/feed.json")).toEqual(["b", "c"]);
    expect(itemsOf(site, "/tags/office-hours-2/feed.json")).toEqual(["a"]);
  });

  test("signs that mean something keep names apart", () => {
    expect(channels(bake(["tags: [C, C++]"]))).toEqual([
      ["tag", "C", "c"],
      ["tag", "C++", "c-2"],
    ]);
  });
});

describe("channels and tag_min_articles", () => {
  const matters = ["tags: [sea]\nauthor: Ada\nsection: port", "tags: [sea, tide]\nlang: fr"];

  test.for([
    { settings: "", kinds: ["author", "language", "language", "section", "tag", "tag"] },
    { settings: 'channels = ["sections", "languages"]\n', kinds: ["language", "language", "section"] },
    { settings: "channels = []\n", kinds: [] },
    { settings: "tag_min_articles = 2\n", kinds: ["author", "language", "language", "section", "tag"] },
    { settings: "tag_min_articles = 3\n", kinds: ["author", "language", "language", "section"] },
  ])("with '$settings' there are $kinds", ({ settings, kinds }) => {
    const site = bake(matters, settings);
    expect(site.ledger.channels.map(({ kind }) => kind).sort()).toEqual(kinds);
    expect(pages(site)).toHaveLength(kinds.length);
    expect(site.problems).toEqual([]);
  });

  test("what was published stays, and goes on", () => {
    const first = bake(matters);
    const settings = "channels = []\ntag_min_articles = 9\n";
    const later = bake([...matters, "tags: [sea, new]\nauthor: Bo"], settings, first.ledger, NOW + HOUR);
    expect(later.ledger.channels).toEqual(first.ledger.channels);
    expect(itemsOf(later, "/tags/sea/feed.json")).toEqual(["a", "b", "c"]);
    expect(bodyOf(later, "/articles/c")).toContain("<bdi>new</bdi>");
  });
});
