import * as v from "valibot";
import { singleLine } from "../../article/plain-text.ts";
import type { OldPost } from "../model/old-post.ts";
import { bareOldPost } from "../model/old-post.ts";
import { feedDate } from "./feed-date.ts";

/** What is read of a JSON Feed; anything but the right type counts as not there. */
const text = v.fallback(v.nullable(v.string()), null);
const authors = v.fallback(v.array(v.object({ name: text })), []);
const ITEM = v.object({
  id: v.fallback(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((value) => String(value)),
    ),
    "",
  ),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  language: text,
  tags: v.fallback(v.array(v.string()), []),
  author: v.fallback(v.nullable(v.object({ name: text })), null),
  authors,
  attachments: v.fallback(
    v.array(
      v.object({
        url: v.string(),
        mime_type: text,
        size_in_bytes: v.fallback(v.nullable(v.number()), null),
        duration_in_seconds: v.fallback(v.nullable(v.number()), null),
      }),
    ),
    [],
  ),
});
const FEED = v.object({
  version: v.pipe(v.string(), v.regex(/^https?:\/\/jsonfeed\.org\/version\//)),
  title: text,
  home_page_url: text,
  description: text,
  language: text,
  next_url: text,
  items: v.array(ITEM),
});

/** A page of a JSON Feed. */
export interface JsonFeedPage {
  readonly title: string;
  readonly url: string | null;
  readonly description: string;
  readonly language: string | null;
  readonly next: string | null;
  readonly posts: readonly OldPost[];
}

/** Reads a JSON Feed 1.0 or 1.1 (https://jsonfeed.org/version/1.1); null where the value is none. */
export function readJsonFeed(value: unknown): JsonFeedPage | null {
  const parsed = v.safeParse(FEED, value);
  if (!parsed.success) return null;
  const feed = parsed.output;
  return {
    title: singleLine(feed.title ?? ""),
    url: feed.home_page_url,
    description: singleLine(feed.description ?? ""),
    language: feed.language,
    next: feed.next_url,
    posts: feed.items.map(jsonPost),
  };
}

function jsonPost(item: v.InferOutput<typeof ITEM>): OldPost {
  const title = singleLine(item.title ?? "");
  const published = feedDate(item.date_published ?? item.date_modified);
  const named = item.authors.length > 0 ? item.authors : [item.author];
  const image = item.image ?? item.banner_image;
  return {
    ...bareOldPost(item.id || item.url || title),
    id: item.id || null,
    link: item.url,
    title,
    published,
    updated: feedDate(item.date_modified),
    authors: named.map((author) => singleLine(author?.name ?? "")).filter((name) => name !== ""),
    tags: item.tags,
    summary: item.summary && singleLine(item.summary),
    image: image === null ? null : { url: image, alt: "" },
    enclosures: item.attachments.map((file) => ({
      url: file.url,
      type: file.mime_type?.toLowerCase() ?? null,
      sizeBytes: file.size_in_bytes && Number.isSafeInteger(file.size_in_bytes) ? file.size_in_bytes : null,
      durationSeconds: file.duration_in_seconds && Math.round(file.duration_in_seconds),
    })),
    language: item.language,
    html: item.content_html ?? textHtml(item.content_text ?? item.summary ?? ""),
    remarks: published === null ? ["has no date that can be read, so it has none here"] : [],
  };
}

function textHtml(plain: string): string {
  const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br />\n")}</p>`)
    .join("\n");
}
