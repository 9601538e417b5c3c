import { printable } from "../../article/plain-text.ts";
import type { FeedChannel, FeedItem, FeedText } from "./feed-model.ts";

/** One item (JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/#items). */
export function jsonItem(item: FeedItem): string {
  return stringify({
    id: item.id,
    url: item.link,
    title: item.title,
    summary: item.description,
    content_html: item.content,
    content_text: item.content === undefined ? item.description : undefined,
    image: typeof item.image === "string" ? item.image : item.image?.url,
    date_published: rfc3339(item.published),
    date_modified: rfc3339(item.date),
    authors: present(item.author.map(({ name, link }) => ({ name, url: link }))),
    tags: present(item.category.map(({ name }) => name)),
    language: item.language,
    attachments: attachments(item),
    _feedwright: extension(item),
  });
}

/** The feed around its items (JSON Feed 1.1, top level). */
export function jsonFrame(channel: FeedChannel): Pick<FeedText, "head" | "separator" | "tail"> {
  const top = stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.link,
    feed_url: channel.feedLinks.json,
    description: channel.description || undefined,
    icon: channel.image,
    favicon: channel.favicon,
    authors: present(channel.authors?.map(({ name, link }) => ({ name, url: link })) ?? []),
    language: channel.language,
    hubs: channel.hub ? [{ type: "WebSub", url: channel.hub }] : undefined,
  });
  return { head: `${top.slice(0, -1)},"items":[\n`, separator: ",\n", tail: "\n]}\n" };
}

function attachments({ enclosure }: FeedItem): object[] | undefined {
  if (!enclosure?.type) return undefined;
  return [
    {
      url: enclosure.url,
      mime_type: enclosure.type,
      size_in_bytes: enclosure.length,
      duration_in_seconds: enclosure.duration,
    },
  ];
}

/** What JSON Feed has no name for. */
function extension({ agency, correction }: FeedItem): object | undefined {
  return agency || correction ? { agency, corrected: correction } : undefined;
}

function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** JSON whose texts hold only what XML could hold too, so that every format says the same. */
function stringify(value: object): string {
  return JSON.stringify(value, (_, part) => (typeof part === "string" ? printable(part) : part));
}

function rfc3339(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
