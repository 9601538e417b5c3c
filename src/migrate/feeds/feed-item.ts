import { singleLine } from "../../article/plain-text.ts";
import type { OldPost } from "../model/old-post.ts";
import { bareOldPost } from "../model/old-post.ts";
import { titleOf } from "../xml/plain-title.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText, textOf } from "../xml/xml-element.ts";
import { feedDate } from "./feed-date.ts";
import { bodyElement, withoutAppended } from "./item-body.ts";
import { enclosuresOf, imageOf } from "./item-files.ts";
import { plainSummary, repeatsText } from "./plain-summary.ts";
import { withoutTracking } from "./without-tracking.ts";

/** Reads an item of RSS 0.9x, 1.0 or 2.0, or an entry of Atom 0.3 or 1.0. */
export function feedItem(item: XmlElement, base: string | null): OldPost {
  const id = childText(item, "guid", "id", "atom:id") ?? (item.attributes["rdf:about"] || null);
  const link = linkOf(item, base);
  const content = bodyElement(item, "content:encoded", "content", "atom:content", "xhtml:body", "body");
  const brief = bodyElement(item, "description", "summary", "atom:summary", "media:description");
  const html = content ?? brief ?? "";
  const summary = content === null || brief === null ? null : plainSummary(brief);
  const title = titleOf(childrenOf(item, "title", "atom:title", "media:title")[0]);
  const dateText = childText(
    item,
    "pubDate",
    "published",
    "issued",
    "dc:date",
    "dcterms:created",
    "atom:published",
  );
  const updatedText = childText(item, "updated", "modified", "atom:updated", "dcterms:modified");
  const updated = feedDate(updatedText);
  const published = feedDate(dateText) ?? updated;
  const image = imageOf(item);
  return {
    ...bareOldPost(id ?? link ?? `${dateText ?? ""} ${title}`),
    id,
    written: id === null ? writtenOf(item) : null,
    link,
    title,
    published,
    updated,
    authors: authorsOf(item),
    tags: tagsOf(item),
    summary: summary === null || repeatsText(summary, html) ? null : summary,
    image: image === null ? null : { url: image, alt: "" },
    enclosures: enclosuresOf(item),
    season: wholeNumber(childText(item, "itunes:season")),
    episode: wholeNumber(childText(item, "itunes:episode")),
    explicit: explicitOf(childText(item, "itunes:explicit")),
    language: item.attributes["xml:lang"] ?? null,
    html: withoutAppended(html),
    remarks: published === null ? ["has no date that can be read, so it has none here"] : [],
  };
}

/**
 * What newsboat makes the key of an item without an id: `link` as it stands, and `pubDate` as it stands, or
 * `dc:date` as it writes that.
 */
function writtenOf(item: XmlElement): OldPost["written"] {
  const [link] = childrenOf(item, "link");
  const [pubDate] = childrenOf(item, "pubDate");
  const date = pubDate === undefined ? feedDate(childText(item, "dc:date")) : null;
  return {
    link: link === undefined ? "" : textOf(link),
    pubDate:
      date === null
        ? pubDate === undefined
          ? ""
          : textOf(pubDate)
        : new Date(date * 1000).toUTCString().replace("GMT", "+0000"),
  };
}

/** Whether all that an item has to say is a summary. */
export function isSummaryOnly(item: XmlElement): boolean {
  return childrenOf(item, "content:encoded", "content", "atom:content").length === 0;
}

function linkOf(item: XmlElement, base: string | null): string | null {
  const original = childText(item, "feedburner:origLink");
  const links = childrenOf(item, "link", "atom:link");
  const alternate = links.find(
    ({ attributes }) => attributes.href !== undefined && /^(?:alternate)?$/.test(attributes.rel ?? ""),
  );
  const plain = links.find(
    (element) => element.attributes.href === undefined && textOf(element).trim() !== "",
  );
  const guid = childrenOf(item, "guid").find(({ attributes }) => attributes.isPermaLink !== "false");
  const about = item.attributes["rdf:about"];
  const written =
    original ??
    (plain ? textOf(plain).trim() : alternate?.attributes.href) ??
    (guid && textOf(guid)) ??
    about;
  const url = written === undefined ? null : URL.parse(written.trim(), base ?? undefined);
  return url && /^https?:$/.test(url.protocol) ? withoutTracking(url.href) : null;
}

function authorsOf(item: XmlElement): readonly string[] {
  const named = childrenOf(item, "author", "atom:author")
    .map((author) => childText(author, "name", "atom:name") ?? nameOf(textOf(author)))
    .concat(childrenOf(item, "dc:creator").map(textOf));
  const own = named.map(singleLine).filter((name) => name !== "");
  const speaker = childText(item, "itunes:author");
  return [...new Set(own.length > 0 || speaker === null ? own : [singleLine(speaker)])];
}

/** RSS 2.0 has an address, and often a name in brackets behind it; an address alone is nobody's name. */
function nameOf(author: string): string {
  const name = /\(([^()]*)\)\s*$/.exec(author)?.[1] ?? author.replace(/<[^<>]*>/, "");
  return /^\S+@\S+$/.test(name.trim()) ? "" : name;
}

function tagsOf(item: XmlElement): readonly string[] {
  const tags = childrenOf(item, "category", "dc:subject", "atom:category").map(
    (category) => category.attributes.label ?? category.attributes.term ?? titleOf(category),
  );
  return [...new Set(tags.map(singleLine).filter((tag) => tag !== "" && !/^https?:\/\//.test(tag)))];
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function explicitOf(text: string | null): boolean | null {
  if (text === null) return null;
  return /^(?:yes|true|explicit)$/i.test(text);
}
