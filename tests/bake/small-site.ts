import { hash } from "node:crypto";
import type { ArticleHead, ArticleListing, SourceListing } from "../../src/article/article.ts";
import type { Media } from "../../src/article/media.ts";
import type { Site } from "../../src/article/site.ts";
import { listSource } from "../../src/article/source-listing.ts";
import type { AbsoluteUrl, ContentPath } from "../../src/article/values.ts";
import { absoluteUrl, articleId, contentPath } from "../../src/article/values.ts";
import type { BakeInput } from "../../src/bake/open-bake.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/site-settings.ts";
import { FileProblems } from "../../src/source/source-file.ts";
import { SITE_TOML } from "../content-folder.ts";

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;

export function pathOf(text: string): ContentPath {
  return must(contentPath(text), text);
}

export function urlOf(text: string): AbsoluteUrl {
  return must(absoluteUrl(text), text);
}

/** A site with these lines in its site.toml. */
export function siteWith(settings = "", head = SITE_TOML): Site {
  const problems = new FileProblems("site.toml");
  const bytes = Buffer.from(`${head}${settings}`);
  const site = readSiteSettings({ path: pathOf("site.toml"), bytes }, "site", problems);
  if (problems.list.length > 0) throw new TypeError(problems.list.map(({ message }) => message).join("\n"));
  return site;
}

/** The sources of these files, by path. */
export function sourcesOf(files: Readonly<Record<string, string>>, site: Site = siteWith()): SourceListing[] {
  return Object.entries(files).map(([path, text]) => {
    if (!isArticlePath(path)) throw new TypeError(`${path} is no article`);
    const { article } = parseArticle({ path: pathOf(path), bytes: Buffer.from(text) }, site);
    return listSource(must(article, path));
  });
}

/** A media file with that text for its bytes: a picture of 30 by 20, but for some fields. */
export function mediaFile(path: string, text = path, fields: Partial<Media> = {}): Media {
  const bytes = Buffer.from(text);
  const sha256 = hash("sha256", bytes, "hex");
  return {
    path: pathOf(path),
    address: `/media/${sha256.slice(0, 20)}.${path.split(".").at(-1)}`,
    type: "image/png",
    sizeBytes: bytes.byteLength,
    sha256,
    width: 30,
    height: 20,
    read: () => bytes,
    ...fields,
  };
}

/** What a first bake of these files depends on. */
export function inputOf(files: Readonly<Record<string, string>>, fields: Partial<BakeInput> = {}): BakeInput {
  const { site = siteWith() } = fields;
  return {
    site,
    sources: sourcesOf(files, site),
    media: [],
    stylesheet: "p { margin: 0 }",
    feedStylesheet: "item { display: block }",
    ledger: EMPTY_LEDGER,
    now: NOW,
    clock: () => 0,
    ...fields,
  };
}

/** An article, but for some fields. */
export function listingBut(fields: Partial<ArticleListing>): ArticleListing {
  const head: ArticleHead = {
    path: pathOf("sea/tea.md"),
    title: "Tea",
    summary: "Tea was had.",
    wordCount: 3,
    authors: [],
    agency: null,
    place: null,
    section: null,
    tags: [],
    language: "en",
    page: false,
    canonical: null,
    id: must(articleId("tag:quay.example,2025:tea"), "the id"),
    ordinal: 0,
    edition: NOW,
    address: "/articles/tea",
    url: urlOf("https://quay.example/articles/tea"),
    image: null,
    enclosures: [],
    episode: null,
    published: NOW,
    updated: NOW,
    correction: null,
  };
  const whole = () => ({ ...head, ...fields, html: "<p>Tea was had.</p>", text: "Tea was had." });
  return { ...head, fingerprint: "tea", whole, ...fields };
}

function must<T>(value: T | null, name: string): T {
  if (value === null) throw new TypeError(`${name} does not serve`);
  return value;
}
