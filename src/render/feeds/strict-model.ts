import { hash } from "node:crypto";
import type { Author, Category, Enclosure, FeedOptions, Item } from "feed";
import { printable, singleLine } from "../../article/plain-text.ts";
import type { Podcast } from "../../article/podcast.ts";
import { isFeedDate } from "./feed-dates.ts";
import type { FeedChannel, FeedEnclosure, FeedItem, FeedPaging } from "./feed-model.ts";

/** `feed`'s options, with what its model lacks. */
export interface StrictFeedOptions extends FeedOptions {
  readonly authors?: readonly Author[];
  readonly hubs?: readonly string[];
  readonly paging?: FeedPaging;
  readonly show?: Podcast;
}

/** What a `Feed` holds beside its items. */
export interface ChannelParts {
  readonly options: StrictFeedOptions;
  readonly categories: readonly string[];
  readonly contributors: readonly Author[];
  /** The newest date among the items: when the channel changed, if it does not say so itself. */
  readonly newest: Date;
}

/**
 * A channel from whatever a user of `feed` wrote into its options: links that are no URLs are left
 * out, and a date that is none gives way to the newest of the items, never to the clock.
 */
export function strictChannel(parts: ChannelParts): FeedChannel {
  const { options, categories, contributors, newest } = parts;
  const { rss = options.feed, atom, json } = options.feedLinks ?? {};
  const feedLinks = defined({ rss: urlOf(rss), atom: urlOf(atom), json: urlOf(json) });
  const link = urlOf(options.link) ?? urlOf(options.id) ?? Object.values(feedLinks)[0] ?? "about:blank";
  return {
    title: singleLine(options.title ?? ""),
    id: singleLine(options.id ?? "") || link,
    link,
    feedLinks,
    updated: isFeedDate(options.updated) ? options.updated : newest,
    authors: people([...(options.authors ?? []), ...(options.author ? [options.author] : [])]),
    contributors: people(contributors),
    categories: words([...categories, ...(options.category ? [options.category] : [])]),
    hubs: words([...(options.hubs ?? []), options.hub ?? ""].map((hub) => urlOf(hub) ?? "")),
    paging: options.paging ?? { kind: "open" },
    show: options.show ?? (options.podcast ? showOf(options) : null),
    generator: options.generator === false ? false : singleLine(options.generator ?? "") || "Feedwright",
    ...(options.ttl !== undefined && options.ttl > 0 && { ttl: Math.round(options.ttl) }),
    ...defined({
      description: textOf(options.description),
      language: textOf(options.language),
      copyright: textOf(options.copyright),
      image: urlOf(options.image),
      favicon: urlOf(options.favicon),
      stylesheet: textOf(options.stylesheet),
    }),
  };
}

/**
 * An item from whatever a user of `feed` added: dates that are none give way to each other, then to
 * `fallback`; a link that is no URL is resolved from `base` or left out. An id is taken verbatim, and
 * made of title and date where there is none.
 */
export function strictItem(item: Item, base: string, fallback: Date): FeedItem {
  const published = [item.published, item.date].find(isFeedDate) ?? fallback;
  const updated = [item.date, item.published].find(isFeedDate) ?? fallback;
  const link = urlOf(item.link, base) ?? "";
  const title = singleLine(item.title ?? "");
  const minted = () => `${base}#${hash("sha256", `${title} ${published.getTime()}`, "hex").slice(0, 16)}`;
  const image = enclosureOf(item.image, base);
  const enclosures = [item.enclosure, item.audio, item.video]
    .map((one) => enclosureOf(one, base))
    .filter((one) => one !== null);
  const durationSeconds = enclosures.find((one) => one.durationSeconds !== null)?.durationSeconds;
  return {
    id: singleLine(item.id ?? "") || singleLine(item.guid ?? "") || link || minted(),
    title,
    link,
    published: published > updated ? updated : published,
    date: updated,
    description: textOf(item.description) ?? "",
    author: people(item.author ?? []),
    contributor: people(item.contributor ?? []),
    category: (item.category ?? []).flatMap(categoryOf),
    enclosures,
    ...(durationSeconds && {
      episode: { durationSeconds, explicit: null, season: null, number: null, transcripts: [] },
    }),
    ...(image && { image: { url: image.url, width: null, height: null } }),
    ...defined({
      content: item.content === undefined ? undefined : printable(item.content) || undefined,
      copyright: textOf(item.copyright),
    }),
  };
}

/** The show that `feed`'s options describe when they say `podcast`. */
function showOf({ author, category }: FeedOptions): Podcast {
  const name = textOf(author?.name) ?? null;
  const email = textOf(author?.email);
  const shelf = textOf(category);
  return {
    author: name,
    owner: email === undefined ? null : { name: name ?? email, email },
    explicit: null,
    image: null,
    categories: shelf === undefined ? [] : [{ name: shelf, subcategory: null }],
    guid: null,
    kind: null,
  };
}

/** A file of `feed`'s model, which may be its bare address. Its type and length are never guessed. */
function enclosureOf(file: string | Enclosure | undefined, base: string): FeedEnclosure | null {
  const { url, type, length, title, duration } =
    typeof file === "string" ? ({ url: file } as Enclosure) : (file ?? { url: "" });
  const address = urlOf(url, base);
  if (address === undefined) return null;
  return {
    url: address,
    type: textOf(type) ?? null,
    sizeBytes: count(length),
    durationSeconds: count(duration),
    title: textOf(title) ?? null,
  };
}

function categoryOf({ name, term, domain, scheme }: Category): Category[] {
  const word = textOf(name) ?? textOf(term);
  const place = urlOf(domain) ?? urlOf(scheme);
  return word === undefined ? [] : [{ name: word, ...(place && { domain: place }) }];
}

function people(authors: readonly Author[]): Author[] {
  return authors
    .map(({ name, email, link, avatar }) =>
      defined({ name: textOf(name), email: textOf(email), link: urlOf(link), avatar: urlOf(avatar) }),
    )
    .filter(({ name, email }) => name !== undefined || email !== undefined);
}

function words(list: readonly string[]): string[] {
  return [...new Set(list.map(singleLine).filter(Boolean))];
}

function count(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : singleLine(text) || undefined;
}

/** A URL as the WHATWG parser writes it, which no reader misreads; undefined where it is none. */
function urlOf(text: string | undefined, base?: string): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  return URL.parse(text, base)?.href;
}

/** Without the keys that hold nothing. */
function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
