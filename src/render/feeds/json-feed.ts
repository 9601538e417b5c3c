import { plainJson } from "../text/plain-json.ts";
import { rfc3339 } from "./feed-dates.ts";
import type { FeedChannel, FeedEnclosure, FeedItem, FeedPaging, FeedPerson } from "./feed-model.ts";
import type { FeedFrame } from "./feed-text.ts";
import type { FeedFiling } from "./filing.ts";
import type {
  FeedwrightEpisode,
  FeedwrightItem,
  JsonFeed,
  JsonFeedAttachment,
  JsonFeedAuthor,
  JsonFeedItem,
} from "./json-feed-types.ts";
import type { PodcastEpisode } from "./podcast-model.ts";

/** A value whose keys may be there and undefined: JSON leaves those out. */
type Draft<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Part)[]
    ? readonly Draft<Part>[]
    : { readonly [Key in keyof T]: Draft<T[Key]> | undefined };

/**
 * One item (JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/#items). `content_text` is the summary
 * where there is no content, since an item must have one of the two.
 */
export function jsonItem(item: FeedItem): string {
  return stringify<JsonFeedItem>({
    id: item.id,
    url: item.url || undefined,
    external_url: item.externalUrl,
    title: item.title,
    summary: item.summary || undefined,
    content_html: item.content,
    content_text: item.content === undefined ? item.summary : item.text,
    image: item.image?.url,
    date_published: rfc3339(item.published),
    date_modified: rfc3339(item.updated),
    authors: present(item.authors.map((author) => person(author, item.filing))),
    tags: present([...new Set(item.categories.map(({ name }) => name))]),
    language: item.language,
    attachments: present(item.enclosures.filter(({ type }) => type !== null).map(attachment)),
    _feedwright: extension(item),
  });
}

/** The feed around its items (JSON Feed 1.1, "Top-level"). */
export function jsonFrame(channel: FeedChannel): FeedFrame {
  const top = stringify<Omit<JsonFeed, "items">>({
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.url,
    feed_url: channel.self.json,
    description: channel.description || undefined,
    next_url: nextUrl(channel.paging),
    icon: channel.image,
    favicon: channel.favicon,
    authors: present(channel.authors.map((author) => person(author))),
    language: channel.language,
    hubs: present(channel.hubs.map((url) => ({ type: "WebSub", url }))),
    // Once a feed, as "Extensions" asks.
    _feedwright: told({ about: channel.about }),
  });
  return { head: `${top.slice(0, -1)},"items":[\n`, complete: null, separator: ",\n", tail: "\n]}\n" };
}

/** The next older document. The chain goes one way, so that no address comes twice in a walk. */
function nextUrl(paging: FeedPaging): string | undefined {
  return "previous" in paging ? paging.previous?.json : undefined;
}

/** Somebody who names no page of their own has the one of the site. */
function person({ name, email, url, avatar }: FeedPerson, filing?: FeedFiling): Draft<JsonFeedAuthor> {
  const page = () => filing?.authors.find((one) => one.name === name)?.url;
  return { name: name ?? email, url: url ?? page(), avatar };
}

function attachment({
  url,
  type,
  title,
  sizeBytes,
  durationSeconds,
}: FeedEnclosure): Draft<JsonFeedAttachment> {
  return {
    url,
    mime_type: type ?? undefined,
    title: title ?? undefined,
    size_in_bytes: sizeBytes ?? undefined,
    duration_in_seconds: durationSeconds ?? undefined,
  };
}

/** What JSON Feed has no name for, under a key of our own as "Extensions" asks; docs/apps.md lists it. */
function extension({
  agency,
  correction,
  edition,
  episode,
  filing,
}: FeedItem): Draft<FeedwrightItem> | undefined {
  return told({
    section: filing?.section,
    tags: present(filing?.tags ?? []),
    authors: present(filing?.authors ?? []),
    agency,
    corrected: correction,
    edition,
    episode: episode && episodeWords(episode),
  });
}

/** What RSS says in the words of podcasts; the duration stands in the attachment. */
function episodeWords({
  season,
  number,
  explicit,
  transcripts,
  chapters,
}: PodcastEpisode): Draft<FeedwrightEpisode> | undefined {
  return told({
    season: season ?? undefined,
    number: number ?? undefined,
    explicit: explicit ?? undefined,
    chapters,
    transcripts: present(
      transcripts.map(({ url, type, language }) => ({
        url,
        mime_type: type,
        language: language ?? undefined,
      })),
    ),
  });
}

/** Nothing where no field has a value. */
function told<T extends object>(fields: T): T | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined;
}

function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function stringify<T extends object>(value: Draft<T>): string {
  return plainJson(value);
}
