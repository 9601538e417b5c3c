import { describe, expect, test } from "vitest";
import type { PictureFile } from "../../src/article/media.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { metaOf, parsePage } from "../render/pages/html.ts";
import { bodyOf, NOW } from "./baked-folder.ts";

const ADDRESS = `/media/${"a".repeat(20)}-1200x630-1h.png`;
const CARD: PictureFile = {
  address: ADDRESS,
  type: "image/png",
  width: 1200,
  height: 630,
  sizeBytes: 3,
  made: { sha256: "b".repeat(64), read: () => new Uint8Array([1, 2, 3]) },
};

function baked(folder: string, card: PictureFile, ledger: Ledger = EMPTY_LEDGER, now = NOW) {
  const { site, adopted, articles: sources, media } = readFolder(folder, { drafts: false });
  const cards = new Map([["Locks", card]]);
  const styles = { stylesheet: "", textStylesheet: "", feedStylesheet: "" };
  return bakeSite({ site, sources, media, cards, adopted, ...styles, ledger, now, clock: () => 0 });
}

describe("the card of an article's headline", () => {
  const folder = () =>
    contentFolder({
      "site.toml": SITE_TOML,
      "a.md": "# Locks\n\nText.\n",
      "b.md": "---\nimage: https://media.example/gate.jpg\n---\n# Gates\n\nText.\n",
    });

  test("is what previews of it show, with its size, and no feed names it", () => {
    const site = baked(folder(), CARD);
    const page = parsePage(bodyOf(site, "/articles/a"));
    expect(metaOf(page, "og:image")).toEqual([`https://quay.example${ADDRESS}`]);
    expect(metaOf(page, "og:image:width")).toEqual(["1200"]);
    expect(metaOf(page, "og:image:height")).toEqual(["630"]);
    expect(metaOf(page, "twitter:card")).toEqual(["summary_large_image"]);
    expect(site.documents.filter(({ key }) => key === ADDRESS)).toHaveLength(1);
    for (const feed of ["/rss.xml", "/atom.xml", "/feed.json"])
      expect(bodyOf(site, feed)).not.toContain(ADDRESS);
  });

  test("is none where an article has a picture", () => {
    const page = parsePage(bodyOf(baked(folder(), CARD), "/articles/b"));
    expect(metaOf(page, "og:image")).toEqual(["https://media.example/gate.jpg"]);
  });

  test("is written once: from then on the store has it, and nothing changes", () => {
    const content = folder();
    const first = baked(content, CARD);
    const again = baked(content, { ...CARD, made: null }, first.ledger, NOW + 60);
    expect(again.documents.filter(({ representation }) => representation !== null)).toEqual([]);
    expect(again.ledger.documents.has(ADDRESS)).toBe(true);
  });
});
