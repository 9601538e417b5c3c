import { describe, expect, test } from "vitest";
import type { ArticleListing } from "../../src/article/article.ts";
import type { AbsoluteUrl, ArticleId, ContentPath } from "../../src/article/values.ts";
import { absoluteUrl, articleId, contentPath } from "../../src/article/values.ts";
import { openGate } from "../../src/bake/gate.ts";
import { relativeUrl } from "../../src/bake/relative-url.ts";
import { bakeSkippingInvalid } from "../../src/bake/skip-invalid.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { FeedItem, FeedText } from "../../src/render/feeds/feed-model.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { feedOf, RICH_ITEM } from "../render/rich-feed.ts";
import { bakeFolder, NOW } from "./baked-folder.ts";

function must<T>(value: T | null): T {
  if (value === null) throw new TypeError("not a value");
  return value;
}

/** What the gate says of a feed with one item, whose text went through `spoil` on its way there. */
function gateSays(format: FormatName, item: FeedItem, spoil: (text: FeedText) => FeedText = (text) => text) {
  const gate = openGate([articleOf(item)], NOW);
  const output = {
    key: "/feed",
    kind: "feed" as const,
    type: "",
    status: 200,
    format,
    itemOf: () => item,
    madeFrom: () => "",
    render: () => feedOf(format, [item]),
  };
  return gate.feed(output, spoil(output.render())).map(({ file, message }) => `${file} ${message}`);
}

/** The article that an item was made from, as far as the gate looks at it. */
function articleOf(item: FeedItem): ArticleListing {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  const [article] = bakeFolder(
    contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nTea.\n" }),
  ).articles;
  if (article === undefined) throw new TypeError("no article");
  return {
    ...article,
    id: must<ArticleId>(articleId(item.id)),
    path: must<ContentPath>(contentPath("sea/tea.md")),
    url: must<AbsoluteUrl>(absoluteUrl(item.url)),
    published: seconds(item.published),
    updated: seconds(item.updated),
  };
}

/** Changes the pieces of a feed, as a mistake in a serializer would. */
const spoiling =
  (from: string | RegExp, to: string) =>
  (text: FeedText): FeedText => ({
    ...text,
    items: text.items.map((piece) => ({ ...piece, text: piece.text.replace(from, to) })),
  });

describe("the gate", () => {
  test.for(FORMAT_NAMES)("lets the richest article through in %s", (format) => {
    expect(gateSays(format, RICH_ITEM)).toEqual([]);
  });

  test.for([
    {
      format: "rss",
      name: "an open element",
      spoil: spoiling("</title>", ""),
      says: "makes RSS that cannot be read back",
    },
    {
      format: "atom",
      name: "a bare ampersand",
      spoil: spoiling("&amp;", "&"),
      says: "makes Atom that cannot be read back",
    },
    {
      format: "rss",
      name: "a control character",
      spoil: spoiling("Tea", "\u0008"),
      says: "makes RSS that cannot be read back",
    },
    {
      format: "json",
      name: "half an object",
      spoil: spoiling(/}$/, ""),
      says: "makes JSON Feed that cannot be read back",
    },
    {
      format: "atom",
      name: "another id",
      spoil: spoiling("2025:tea<", "2025:coffee<"),
      says: "comes out of Atom with another id",
    },
    {
      format: "rss",
      name: "a title escaped twice",
      spoil: spoiling("Tea &amp;", "Tea &amp;amp;"),
      says: "comes out of RSS with another title",
    },
    {
      format: "rss",
      name: "another date",
      spoil: spoiling("06:30:00", "07:30:00"),
      says: "comes out of RSS with another published",
    },
    {
      format: "json",
      name: "a lost author",
      spoil: spoiling(',{"name":"Bo Quay"}', ""),
      says: "comes out of JSON Feed with another authors",
    },
    {
      format: "atom",
      name: "a lost enclosure",
      spoil: spoiling(/<link rel="enclosure".*\n/, ""),
      says: "comes out of Atom with another enclosures",
    },
    {
      format: "rss",
      name: "cut content",
      spoil: spoiling(" twice.", ""),
      says: "comes out of RSS with another content",
    },
  ] as const)("stops $name ($format) and names the file", ({ format, spoil, says }) => {
    const [problem, ...more] = gateSays(format, RICH_ITEM, spoil);
    expect(problem).toContain(`sea/tea.md ${says}`);
    expect(more).toEqual([]);
  });

  test.for([
    {
      name: "a relative URL in the text",
      item: { content: '<p><a href="../tea">x</a></p>' },
      says: 'names the relative address "../tea"',
    },
    {
      name: "an enclosure without a length",
      item: {
        enclosures: [
          {
            url: "https://quay.example/a.mp3",
            type: "audio/mpeg",
            sizeBytes: null,
            durationSeconds: null,
            title: null,
          },
        ],
      },
      says: "has the enclosure https://quay.example/a.mp3 without its media type or length",
    },
    { name: "the zero date", item: { published: new Date("0001-01-01T00:00:00Z") }, says: "zero date" },
    {
      name: "a date before 1970",
      item: { published: new Date("1912-04-15T00:00:00Z") },
      says: "before 1970",
    },
    {
      name: "an update that is to come",
      item: { updated: new Date("2099-01-01T00:00:00Z") },
      says: "which is to come",
    },
  ])("finds $name", ({ item, says }) => {
    const found = gateSays("atom", { ...RICH_ITEM, ...item });
    expect(found.join("\n")).toContain("sea/tea.md");
    expect(found.join("\n")).toContain(says);
  });

  test("finds an id that stands twice in one document", () => {
    const twice = (text: FeedText) => ({ ...text, items: [...text.items, ...text.items] });
    expect(gateSays("rss", RICH_ITEM, twice)).toEqual([expect.stringContaining("stands twice in /feed")]);
  });

  test("finds a frame that is not well formed, and names the settings", () => {
    const spoil = (text: FeedText) => ({ ...text, tail: "</channel>" });
    expect(gateSays("rss", RICH_ITEM, spoil)).toEqual([
      expect.stringContaining("site.toml makes /feed that cannot be read back"),
    ]);
  });

  test("finds a sitemap that is not well formed", () => {
    expect(openGate([], NOW).xml("/sitemap.xml", "<urlset>")).toEqual([
      expect.objectContaining({ file: "site.toml", severity: "error" }),
    ]);
    expect(openGate([], NOW).xml("/sitemap.xml", "<urlset/>")).toEqual([]);
  });
});

describe("a relative URL", () => {
  test.for([
    { html: '<a href="/x">', found: "/x" },
    { html: '<a title="t" href="">', found: "" },
    { html: '<img src="//cdn.example/x.png">', found: "//cdn.example/x.png" },
    {
      html: '<img src="https://a.example/1.png" srcset="https://a.example/1.png 1x, 2.png 2x">',
      found: "2.png 2x",
    },
    { html: '<video poster="p.jpg">', found: "p.jpg" },
    { html: '<a href="https://a.example/?x=<y>">', found: null },
    { html: '<a href="mailto:a@quay.example">', found: null },
    { html: '<code>&lt;a href="x"&gt;</code>', found: null },
    { html: '<p>he said href="x"</p>', found: null },
  ])("in $html: $found", ({ html, found }) => {
    expect(relativeUrl(html)).toBe(found);
  });
});

test("--skip-invalid publishes the rest and still tells what was left out", async () => {
  const folder = contentFolder({
    "site.toml": SITE_TOML,
    "good.md": "---\ndate: 2025-06-30T08:30:00Z\n---\n# Good\n\nText.\n",
    "bad.md": "---\ndate: 0001-01-01T00:00:00Z\n---\n# Bad\n\nText.\n",
  });
  const { site, articles: sources, media } = readFolder(folder, { drafts: false });
  const input = {
    site,
    sources,
    media,
    stylesheet: "",
    feedStylesheet: "",
    ledger: EMPTY_LEDGER,
    now: NOW,
    clock: () => 0,
  };
  const baked = await bakeSkippingInvalid(input);
  expect(baked.articles.map(({ path }) => path)).toEqual(["good.md"]);
  expect(new Set(baked.problems.map(({ file, severity }) => `${file} ${severity}`))).toEqual(
    new Set(["bad.md error"]),
  );
  expect(baked.problems.map(({ message }) => message).join("\n")).toContain("zero date");
});
