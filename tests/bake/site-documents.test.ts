import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openBake } from "../../src/bake/open-bake.ts";
import { indexItems, outputDocument, stylesheets } from "../../src/bake/site-documents.ts";
import type { Memory } from "../../src/ledger/memory.ts";
import { articleMemory } from "../../src/ledger/memory.ts";
import type { FeedOutput, TextOutput } from "../../src/render/output.ts";
import { recordBut } from "../ledger/records.ts";
import { feedOf, RICH_ITEM } from "../render/rich-feed.ts";
import { inputOf, siteWith } from "./small-site.ts";

const site = siteWith('poll_minutes = 7\nhubs = ["https://hub.example/"]\n');
const page: TextOutput = {
  key: "/articles/tea",
  kind: "page",
  type: "text/html; charset=utf-8",
  status: 200,
  format: null,
  render: () => "<p>Tea.</p>",
  madeFrom: () => {},
};
const feed: FeedOutput = {
  ...page,
  key: "/rss.xml",
  kind: "feed",
  format: "rss",
  articles: [],
  itemOf: () => RICH_ITEM,
  render: () => feedOf("rss", [RICH_ITEM]),
};
const memory: Memory = articleMemory(recordBut({ ordinal: 0 }));
const channel: Memory = ["channel", 0, "tag", "Sea", "sea"];

describe("of an output is known before it is rendered", () => {
  test("what a page is, with its memory", () => {
    expect(outputDocument(page, site, "settings", memory)).toEqual({
      key: "/articles/tea",
      part: "article",
      kind: "page",
      type: "text/html; charset=utf-8",
      status: 200,
      pollSeconds: 420,
      memory,
    });
  });

  test("what else a page says where it is", () => {
    const { link } = outputDocument({ ...page, link: '</a>; rel="alternate"' }, site, "settings", null);
    expect(link).toBe('</a>; rel="alternate"');
    expect(outputDocument(page, site, "settings", null)).not.toHaveProperty("link");
  });

  test("where a feed is, its hubs, its settings and where its items lie", () => {
    const { index, ...document } = outputDocument(feed, site, "settings", null);
    expect(document).toEqual({
      key: "/rss.xml",
      part: "other",
      kind: "feed",
      type: "text/html; charset=utf-8",
      status: 200,
      pollSeconds: 420,
      settings: "settings",
      link: '<https://quay.example/rss.xml>; rel="self", <https://hub.example/>; rel="hub"',
    });
    expect(index?.(5)).toEqual(indexItems(feedOf("rss", [RICH_ITEM])));
  });

  test("where an archive is, which no hub tells of and which is never sent in part (RFC 5005 §4)", () => {
    const document = outputDocument({ ...feed, kind: "archive" }, site, "settings", null);
    expect(document).toEqual({
      key: "/rss.xml",
      part: "archive",
      kind: "archive",
      type: "text/html; charset=utf-8",
      status: 200,
      pollSeconds: 420,
      link: '<https://quay.example/rss.xml>; rel="self"',
    });
  });

  test.for([
    { name: "a page with a channel's memory is written with all else", memory: channel, part: "other" },
    { name: "a page without a memory is written with all else", memory: null, part: "other" },
    { name: "an article's page is written first", memory, part: "article" },
  ] as const)("when it is written: $name", ({ memory, part }) => {
    expect(outputDocument(page, site, "settings", memory).part).toBe(part);
  });
});

describe("the stylesheets", () => {
  const open = (text: string) =>
    openBake(
      inputOf(
        { "a.md": text },
        {
          site: siteWith('accent = "#123456"\npoll_minutes = 7\n'),
          stylesheet: "p { color: var(--accent) }",
          textStylesheet: "math { margin: 0 }",
        },
      ),
    );

  test("of every page stands under the hash of its bytes, with the site's accent", () => {
    const { documents, paths } = stylesheets(open("# Tea\n\nHot.\n"));
    const [own] = documents;
    const bytes = Buffer.from(own?.body(1) ?? "");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(bytes.toString()).toMatch(/#123456/);
    expect(documents).toEqual([
      {
        key: `/media/${sha256.slice(0, 20)}.css`,
        part: "media",
        kind: "asset",
        type: "text/css; charset=utf-8",
        status: 200,
        pollSeconds: 420,
        body: expect.any(Function),
        fingerprint: { sha256, sizeBytes: bytes.byteLength },
      },
    ]);
    expect(paths.stylesheet).toBe(own?.key);
  });

  test.for([
    { name: "code in a language", text: "# Tea\n\n```js\nbrew()\n```\n" },
    { name: "a formula", text: "---\nmath: true\n---\n# Tea\n\n$$\\frac{a}{b}$$\n" },
  ])("of code is there where an article has $name", ({ text }) => {
    const { documents, paths } = stylesheets(open(text));
    expect(documents.map(({ key }) => key)).toEqual([paths.stylesheet, paths.textStylesheet]);
  });
});
