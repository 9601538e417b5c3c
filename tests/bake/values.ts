import { hash } from "node:crypto";
import type { Article } from "../../src/article/article.ts";
import type { Media } from "../../src/article/media.ts";
import type { AbsoluteUrl, ContentPath } from "../../src/article/values.ts";
import { absoluteUrl, articleId, contentPath } from "../../src/article/values.ts";

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;

export function pathOf(text: string): ContentPath {
  return must(contentPath(text), text);
}

export function urlOf(text: string): AbsoluteUrl {
  return must(absoluteUrl(text), text);
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

/** An article, but for some fields. */
export function articleBut(fields: Partial<Article>): Article {
  const told: Omit<Article, "fingerprint" | "readText"> = {
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
    visibility: "listed",
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
  const readText = () => ({ html: "<p>Tea was had.</p>", text: "Tea was had." });
  return { ...told, fingerprint: "tea", readText, ...fields };
}

/** The value, where there is one. */
export function must<T>(value: T | null, name: string): T {
  if (value === null) throw new TypeError(`${name} does not serve`);
  return value;
}
