import type { Adopted, AdoptedArticle, AdoptedFeed } from "../../article/adopted.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { KnownArticle } from "./known-article.ts";
import type { OldFeed, OldItem } from "./read-old-feed.ts";

/** A feed, and the articles that its items are. */
export interface MatchedFeed {
  readonly feed: OldFeed;
  readonly places: OldPlaces;
  readonly taken: readonly { readonly item: OldItem; readonly article: KnownArticle }[];
}

/** How old addresses are read. */
export interface OldPlaces {
  /** The path of an old page as an article can have it; null where the site cannot serve it. */
  readonly pageAddress: (link: string) => string | null;
  /**
   * The path and query of an old feed, and the page of the channel whose feed it was; null where it was
   * on a host that is not the site's, or of a channel that the site does not have.
   */
  readonly feedPlace: (url: string) => Pick<AdoptedFeed, "address" | "channel"> | null;
}

/** What of a feed does not go on. */
export interface FeedLosses {
  /** Items whose id in this feed is another than the one that counts. */
  readonly otherIds: number;
  /** Items without an id: their link is taken for it, as most readers do, but in an RSS feed they go on without. */
  readonly withoutId: number;
  /** Items of articles that this site has published under other ids. */
  readonly published: number;
}

/** What is adopted, and what each feed loses by it. */
export interface Adoption {
  readonly adopted: Adopted;
  readonly losses: readonly FeedLosses[];
}

/** A date that is further away was given on purpose. */
const SAME_DATE_SECONDS = 36 * 60 * 60;

/**
 * Takes over what readers know of articles. What `before` says stays; of several feeds the first that
 * names something counts. An article that needs nothing gets no entry.
 */
export function adoptMatches(feeds: readonly MatchedFeed[], before: Adopted): Adoption {
  const entries = new Map(before.articles.map((one) => [one.path, one]));
  const ids = new Map(before.articles.flatMap(({ id, path }) => (id === null ? [] : [[id, path] as const])));
  const addresses = new Set(before.articles.flatMap(({ address }) => address ?? []));
  const losses = feeds.map(({ feed, taken, places }) => {
    const lost = { otherIds: 0, withoutId: 0, published: 0 };
    for (const { item, article } of taken) {
      const id = item.id ?? item.link;
      if (item.id === null) lost.withoutId += 1;
      const entry = entries.get(article.path) ?? emptyEntry(article);
      const written = entry.item ?? (feed.format === "rss" ? item.written : null);
      if (article.isPublished) {
        if (id !== article.id && written === null) lost.published += 1;
        if (written !== null) entries.set(article.path, { ...entry, id: article.id, item: written });
        continue;
      }
      const has = article.ownId ?? entry.id ?? (ids.get(article.id) === article.path ? article.id : null);
      const isFree = has === null && id !== null && !ids.has(id);
      if (!isFree && id !== has) lost.otherIds += 1;
      const address = item.link === null ? null : places.pageAddress(item.link);
      const isNew = address !== null && address !== article.address && !addresses.has(address);
      const isNews = id !== article.id || written !== null;
      const next: AdoptedArticle = {
        ...entry,
        id: isFree && isNews ? id : (entry.id ?? (written && has)),
        address: entry.address ?? (isNew ? address : null),
        published: entry.published ?? dateOf(item, article),
        item: written,
      };
      if (isFree && id !== null) ids.set(id, article.path);
      if (next.address !== null) addresses.add(next.address);
      const { path: _path, line: _line, ...known } = next;
      if (Object.values(known).some((value) => value !== null)) entries.set(article.path, next);
    }
    return lost;
  });
  return {
    adopted: {
      articles: sorted([...entries.values()], ({ path }) => path),
      feeds: feedEntries(feeds, before),
    },
    losses,
  };
}

function emptyEntry({ path }: KnownArticle): AdoptedArticle {
  return { path, id: null, address: null, published: null, item: null, line: null };
}

function dateOf({ published }: OldItem, article: KnownArticle): EpochSeconds | null {
  if (published === null || published === article.published) return null;
  const isNear = Math.abs(published - article.published) <= SAME_DATE_SECONDS;
  return !article.isDated || isNear ? published : null;
}

function feedEntries(feeds: readonly MatchedFeed[], before: Adopted): readonly AdoptedFeed[] {
  const entries = new Map(before.feeds.map((one) => [one.address, one]));
  for (const { feed, places } of feeds) {
    const place = feed.url === null ? null : places.feedPlace(feed.url);
    if (place === null) continue;
    const { address } = place;
    const known = entries.get(address);
    const dates = [known?.oldest ?? null, ...feed.items.map(({ published }) => published)].filter(
      (at) => at !== null,
    );
    const changes = [known?.lastModified ?? null, feed.lastModified].filter((at) => at !== null);
    entries.set(address, {
      address,
      format: feed.format,
      channel: known?.channel ?? place.channel,
      id: feed.id ?? known?.id ?? null,
      podcastGuid: feed.podcastGuid ?? known?.podcastGuid ?? null,
      guids: (known?.guids ?? true) && (feed.format !== "rss" || feed.items.every(({ id }) => id !== null)),
      oldest: dates.length === 0 ? null : dates.reduce((a, b) => Math.min(a, b)),
      lastModified: changes.length === 0 ? null : Math.max(...changes),
      line: null,
    });
  }
  return sorted([...entries.values()], ({ address }) => address);
}

function sorted<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
