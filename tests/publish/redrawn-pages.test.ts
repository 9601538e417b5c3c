import { describe, expect, test } from "vitest";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { WantedDocument } from "../../src/publish/document-stages.ts";
import { redrawnPages } from "../../src/publish/redrawn-pages.ts";
import { NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { ledgerBut, records } from "../ledger/records.ts";
import { changed, kept, NEXT, publishedState, representationOf } from "./wanted-site.ts";

const FILES = Object.fromEntries(
  ["a", "b", "c", "d"].map((name) => [`${name}.md`, `---\nsection: tea\n---\n# ${name}\n\nText.\n`]),
);

/** A bake by a version whose stylesheet is this one. */
function baked(folder: string, stylesheet: string, ledger: Ledger, now: number) {
  const { site, adopted, articles: sources, media } = readFolder(folder, { drafts: false });
  const styles = { stylesheet, textStylesheet: "", feedStylesheet: "" };
  return bakeSite({ site, sources, media, adopted, ...styles, ledger, now, clock: () => 0 });
}

describe("pages that are drawn anew", () => {
  const folder = () => contentFolder({ "site.toml": SITE_TOML, ...FILES });

  test("are all there were, with no feed, where another version draws them otherwise", () => {
    const content = folder();
    const { ledger, documents } = baked(content, "p { margin: 0 }", EMPTY_LEDGER, NOW);
    const pages = documents.filter(({ representation }) => representation?.metadata.kind === "page");
    const next = baked(content, "p { margin: 1px }", ledger, NOW + 60);
    expect(redrawnPages(next.documents, ledger, next.ledger)).toEqual({ pages: pages.length, feeds: 0 });
    expect(next.ledger.articles).toEqual(ledger.articles);
    for (const [key, record] of ledger.documents) {
      if (/(?:\.xml|\.json|\.opml)$/.test(key))
        expect([key, next.ledger.documents.get(key)]).toEqual([key, record]);
    }
  });

  test("are none where one article changes, or one comes", () => {
    const content = folder();
    const { ledger } = baked(content, "p { margin: 0 }", EMPTY_LEDGER, NOW);
    contentFolder({ "a.md": "# a\n\nOther.\n", "e.md": "# e\n\nText.\n" }, content);
    const next = baked(content, "p { margin: 0 }", ledger, NOW + 60);
    expect(redrawnPages(next.documents, ledger, next.ledger)).toBeNull();
  });

  test("are none where an interrupted publish is finished", () => {
    const content = folder();
    const { ledger } = baked(content, "p { margin: 0 }", EMPTY_LEDGER, NOW);
    const unknown = [...ledger.documents].map(
      ([key, record]) => [key, { ...record, digest: UNKNOWN_DIGEST }] as const,
    );
    const before = { ...ledger, documents: new Map(unknown) };
    const next = baked(content, "p { margin: 0 }", before, NOW + 60);
    expect(redrawnPages(next.documents, before, next.ledger)).toBeNull();
  });

  test("are none in a first publish", () => {
    const first = baked(folder(), "", EMPTY_LEDGER, NOW);
    expect(redrawnPages(first.documents, EMPTY_LEDGER, first.ledger)).toBeNull();
  });
});

/** So many articles were published; the first `rewritten` of them are written anew, the last `edited` edited. */
function countOf(
  articles: number,
  rewritten: number,
  {
    edited = 0,
    deleted = 0,
    back = 0,
    long = 0,
    more = [],
  }: {
    readonly edited?: number;
    readonly deleted?: number;
    /** Deleted before, and there again. */
    readonly back?: number;
    /** Deleted long ago, after all others. */
    readonly long?: number;
    readonly more?: readonly WantedDocument[];
  } = {},
) {
  const gone = Array.from({ length: long }, (_, n) => [articles + n, { deleted: 1 }] as const);
  const were = Array.from({ length: back }, (_, n) => [n, { deleted: 1 }] as const);
  const before = records(articles + long, Object.fromEntries([...gone, ...were]));
  const next = before.map((record, at) => ({
    ...record,
    ...(at >= articles - edited && at < articles && { digest: "edited" }),
    ...(at < back && { deleted: null }),
    ...(at < deleted && { deleted: NEXT }),
  }));
  const documents = before.slice(0, rewritten).map(({ address }) => changed("articles", address));
  const keys = [...before.map(({ address }) => address as string), "/", "/rss.xml", "/archive.xml"];
  const state = publishedState(keys, { articles: before });
  return redrawnPages([...documents, ...more], state.ledger, ledgerBut({ articles: next }));
}

const of = (kind: "feed" | "archive" | "page", address: string): WantedDocument => ({
  ...changed("lists", address),
  representation: representationOf(address, kind),
});

describe("of the articles that nobody edited", () => {
  test.for([
    { name: "three of four are most", articles: 4, rewritten: 3, pages: 3 },
    { name: "three of six are half, and not most", articles: 6, rewritten: 3, pages: null },
    { name: "two are few, even where there are no more", articles: 2, rewritten: 2, pages: null },
  ])("$name", ({ articles, rewritten, pages }) => {
    expect(countOf(articles, rewritten)).toEqual(pages && { pages, feeds: 0 });
  });

  test("those count alone that were there and stay, and pages of those that were edited never", () => {
    expect(countOf(6, 6, { edited: 2 })).toEqual({ pages: 4, feeds: 0 });
    expect(countOf(5, 5, { edited: 3 })).toBeNull();
    expect(countOf(5, 5, { deleted: 3 })).toBeNull();
    // Four of the eight that stay.
    expect(countOf(11, 7, { deleted: 3 })).toBeNull();
    expect(countOf(5, 5, { back: 3 })).toBeNull();
    expect(countOf(4, 3, { long: 9 })).toEqual({ pages: 3, feeds: 0 });
  });

  test("other pages are told too, feeds and archives by themselves, and what is new or kept not at all", () => {
    const more = [of("page", "/"), of("feed", "/rss.xml"), of("archive", "/archive.xml")];
    expect(countOf(3, 3, { more })).toEqual({ pages: 4, feeds: 2 });
    expect(countOf(3, 3, { more: [of("page", "/new"), kept("lists", "/")] })).toEqual({ pages: 3, feeds: 0 });
  });
});
