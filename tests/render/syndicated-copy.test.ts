import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { metaOf, only, parsePage } from "./pages/html.ts";

const HOME = "https://mole.example/lock?a=1&b=2";

const FILES = {
  "site.toml": SITE_TOML,
  "copy.md": `---\ndate: 2025-06-30\ncanonical: ${HOME}\n---\n# A copy\n\nText.\n`,
  "own.md":
    "---\ndate: 2025-06-29\ncanonical: https://quay.example/articles/own\n---\n# Its own home\n\nText.\n",
  "plain.md": "---\ndate: 2025-06-28\n---\n# Plain\n\nText.\n",
};

const baked = () => bakeFolder(contentFolder(FILES));

describe("an article whose original stands elsewhere", () => {
  test("names it as external_url beside its own url (JSON Feed 1.1, items)", () => {
    const { items } = JSON.parse(bodyOf(baked(), "/feed.json"));
    expect(items.map((item: Record<string, unknown>) => [item.url, item.external_url])).toEqual([
      ["https://quay.example/articles/copy", HOME],
      ["https://quay.example/articles/own", undefined],
      ["https://quay.example/articles/plain", undefined],
    ]);
  });

  test("names it as via, and its own page as alternate, in Atom (RFC 4287 §4.2.7.2)", () => {
    const { entries } = parseAtomFeed(bodyOf(baked(), "/atom.xml"));
    expect(entries?.map(({ links }) => links?.map(({ rel, href }) => [rel, href]))).toEqual([
      [
        ["alternate", "https://quay.example/articles/copy"],
        ["via", HOME],
      ],
      [["alternate", "https://quay.example/articles/own"]],
      [["alternate", "https://quay.example/articles/plain"]],
    ]);
  });

  test.for([
    ["/articles/copy", HOME],
    ["/articles/own", "https://quay.example/articles/own"],
    ["/articles/plain", "https://quay.example/articles/plain"],
  ] as const)("%s calls %s canonical (RFC 6596), to previews and to search engines", ([address, home]) => {
    const page = parsePage(bodyOf(baked(), address));
    const canonical = page.all("link").filter(({ attributes }) => attributes.rel === "canonical");
    expect(canonical.map(({ attributes }) => attributes.href)).toEqual([home]);
    expect(metaOf(page, "og:url")).toEqual([home]);
    expect(JSON.parse(only(page, "script"))).toMatchObject({ mainEntityOfPage: home, url: home });
  });

  test("stands in no sitemap, which names canonical addresses alone", () => {
    for (const key of ["/sitemap.xml", "/sitemap-news.xml"]) {
      const text = bodyOf(baked(), key);
      expect(text).toContain("<loc>https://quay.example/articles/own</loc>");
      expect(text).not.toContain("/articles/copy");
    }
  });

  test("that is told only later is an update", () => {
    const first = bakeFolder(
      contentFolder({ ...FILES, "copy.md": FILES["copy.md"].replace(/canonical:.*\n/, "") }),
    );
    const { articles } = bakeFolder(contentFolder(FILES), first.ledger, NOW + 3600);
    expect([...articles].filter(({ updated }) => updated === NOW + 3600).map(({ title }) => title)).toEqual([
      "A copy",
    ]);
  });
});
