import type { EpochSeconds } from "../../article/values.ts";
import { secondsOf } from "../feeds/duration.ts";
import { feedDate } from "../feeds/feed-date.ts";
import { plainSummary } from "../feeds/plain-summary.ts";
import type { OldFile, OldPost } from "../model/old-post.ts";
import { bareOldPost } from "../model/old-post.ts";
import { titleOf } from "../xml/plain-title.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText, textOf } from "../xml/xml-element.ts";
import { hasBlocks, withoutBlocks } from "./blocks.ts";
import type { Library } from "./library.ts";
import { makeParagraphs } from "./paragraphs.ts";
import { shortcodeMeaning } from "./shortcode-meanings.ts";
import type { Meaning } from "./shortcodes.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import { listsOf } from "./wordpress-lists.ts";

/** Reads a post or a page of an export. */
export function wordpressPost(item: XmlElement, library: Library): OldPost {
  const id = childText(item, "wp:post_id") ?? "";
  const status = childText(item, "wp:status") ?? "publish";
  const meta = metaOf(item);
  const remarks: string[] = [];
  const isProtected = childText(item, "wp:post_password") !== null;
  if (isProtected) remarks.push("was behind a password, so it is a draft");
  if (status === "private") remarks.push("was private, so it is a draft");
  const guid = childText(item, "guid");
  const link = childText(item, "link");
  const thumbnail = library.attachments.byId(meta.get("_thumbnail_id")?.[0] ?? "");
  const meaning = shortcodeMeaning({ attachments: library.attachments, id }, library.shortcodes);
  const excerpt = childText(item, "excerpt:encoded");
  const published =
    wordpressDate(item, "wp:post_date_gmt") ??
    feedDate(childText(item, "pubDate")) ??
    wordpressDate(item, "wp:post_date");
  const isDraft = isProtected || !/^(?:publish|future|inherit)$/.test(status);
  if (published === null && !isDraft) remarks.push("has no date that can be read, so it has none here");
  return {
    ...bareOldPost(guid ?? `${childText(item, "wp:post_type") ?? "post"} ${id}`),
    id: guid,
    link,
    isPage: childText(item, "wp:post_type") === "page",
    isDraft,
    title: titleOf(childrenOf(item, "title")[0]),
    slug: childText(item, "wp:post_name"),
    published,
    updated: wordpressDate(item, "wp:post_modified_gmt"),
    authors: authorsOf(item, library),
    tags: tagsOf(item),
    summary: excerpt === null ? null : plainSummary(replaceShortcodes(excerpt, meaning)),
    image: thumbnail && { url: thumbnail.url, alt: thumbnail.alt },
    enclosures: enclosuresOf(meta),
    lists: listsOf(item, library),
    aliases: meta.get("_wp_old_slug") ?? [],
    queries: childText(item, "wp:post_type") === "page" ? [`?page_id=${id}`, `?p=${id}`] : [`?p=${id}`],
    html: bodyOf(item, meaning, library),
    remarks,
  };
}

/** The text of a post as the old site showed it, without what only plugins could fill in. */
function bodyOf(item: XmlElement, meaning: Meaning, { reusable, shortcodes }: Library): string {
  const raw = childrenOf(item, "content:encoded").map(textOf).join("");
  const written = hasBlocks(raw) ? withoutBlocks(raw, reusable) : raw;
  const replaced = replaceShortcodes(
    written.replace(/<!--\s*(?:more.*?|nextpage|noteaser)\s*-->/g, ""),
    meaning,
  );
  const shown = replaced.replace(/\[\/([a-z][\w-]*)\]/gi, (end, name: string) =>
    shortcodes.has(name.toLowerCase()) ? "" : end,
  );
  return hasBlocks(raw) ? shown : makeParagraphs(shown);
}

/** A date of the database, which knows no zone: it is in UTC. Null for the zeros of one never set. */
export function wordpressDate(item: XmlElement, name: string): EpochSeconds | null {
  const text = childText(item, name);
  return text === null ? null : feedDate(text.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/, "$1T$2Z"));
}

function metaOf(item: XmlElement): ReadonlyMap<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const entry of childrenOf(item, "wp:postmeta")) {
    const key = childText(entry, "wp:meta_key");
    const value = childText(entry, "wp:meta_value");
    if (key === null || value === null) continue;
    const values = meta.get(key);
    if (values) values.push(value);
    else meta.set(key, [value]);
  }
  return meta;
}

function authorsOf(item: XmlElement, { authors }: Library): readonly string[] {
  const plural = childrenOf(item, "category").filter(({ attributes }) => attributes.domain === "author");
  if (plural.length > 0) return plural.map((one) => titleOf(one)).filter((name) => name !== "");
  const login = childText(item, "dc:creator");
  return login === null ? [] : [authors.get(login) ?? login];
}

/** Categories and tags; the category of posts that have none says nothing. */
function tagsOf(item: XmlElement): readonly string[] {
  const kinds = /^(?:category|post_tag|tag)?$/;
  return childrenOf(item, "category")
    .filter(
      ({ attributes }) => kinds.test(attributes.domain ?? "") && attributes.nicename !== "uncategorized",
    )
    .map((one) => titleOf(one))
    .filter((name) => name !== "");
}

/** Files that plugins for podcasts keep: a line each for address, length and type, then more. */
function enclosuresOf(meta: ReadonlyMap<string, readonly string[]>): readonly OldFile[] {
  const files = (meta.get("enclosure") ?? []).flatMap((value) => {
    const [url = "", length = "", type = "", more = ""] = value.split("\n").map((line) => line.trim());
    const duration = /"duration";s:\d+:"([\d:]+)"/.exec(more)?.[1];
    return url === "" ? [] : file(url, length, type, duration);
  });
  const [audio] = meta.get("audio_file") ?? [];
  if (files.length > 0 || audio === undefined) return files;
  return [file(audio, meta.get("filesize_raw")?.[0] ?? "", "audio/mpeg", meta.get("duration")?.[0])];
}

function file(url: string, length: string, type: string, duration: string | undefined): OldFile {
  const sizeBytes = /^\d{1,15}$/.test(length) && Number(length) > 0 ? Number(length) : null;
  return {
    url,
    type: /^[a-z]+\/[\w.+-]+$/i.test(type) ? type.toLowerCase() : null,
    sizeBytes,
    durationSeconds: secondsOf(duration ?? null),
  };
}
