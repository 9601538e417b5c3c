import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { Tombstone } from "../../article/tombstone.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { Windows } from "../../article/windows.ts";
import type { FeedLinks } from "../../representation/addresses.ts";
import { archiveAddresses } from "../../representation/part-addresses.ts";
import type { Channel, FilledChannel } from "../channels/channel.ts";
import { newestFirst } from "../channels/newest-first.ts";
import { fingerprints, madeFrom } from "../text/made-from.ts";
import { absoluteLinks, channelOptions } from "./article-item.ts";
import type { FeedItem, FeedItemText, FeedPaging } from "./feed-model.ts";
import type { FeedText } from "./feed-text.ts";
import type { FormatName } from "./formats.ts";
import type { Fragments } from "./fragments.ts";
import { pieceOf, StrictFeed } from "./strict-feed.ts";

/** One document of a channel, in every format. */
export interface FeedDocument {
  readonly channel: Channel;
  /** Its paths. */
  readonly self: FeedLinks;
  readonly paging: FeedPaging;
  /** In the order of the document. */
  readonly articles: readonly Article[];
  readonly tombstones: readonly Tombstone[];
  /** Articles whose items have no ids in RSS, and how they are written there. */
  readonly written?: ReadonlyMap<Article, FeedItemText>;
}

/** What subscribers poll: the channel's newest articles. */
export function subscriptionDocument(
  channel: FilledChannel,
  site: Site,
  previousArchive: number | null,
  tombstones: readonly Tombstone[],
): FeedDocument {
  const paging: FeedPaging =
    previousArchive !== null
      ? {
          kind: "current",
          previous: absoluteLinks(archiveAddresses(previousArchive, channel.addresses.page), site),
        }
      : { kind: channel.complete ? "complete" : "open" };
  return { channel, self: channel.addresses, paging, articles: channel.articles, tombstones };
}

/** The archive documents of a channel, oldest first (RFC 5005 §4). */
export function archiveDocuments(
  channel: Channel,
  site: Site,
  archives: Windows<Article>["archives"],
): FeedDocument[] {
  const linksTo = (number: number | null) =>
    number === null ? null : absoluteLinks(archiveAddresses(number, channel.addresses.page), site);
  return archives.map(({ number, articles, previous, next }) => ({
    channel,
    self: archiveAddresses(number, channel.addresses.page),
    paging: {
      kind: "archive",
      current: absoluteLinks(channel.addresses, site),
      previous: linksTo(previous),
      next: linksTo(next),
    },
    articles: newestFirst(articles),
    tombstones: [],
  }));
}

/** What the formats of a document are made from, beside the site's settings and its channel's. */
export function feedMadeFrom({ self, paging, articles, tombstones, written }: FeedDocument): string {
  const own = madeFrom(self, paging, fingerprints(articles), tombstones);
  return written === undefined
    ? own
    : madeFrom(
        own,
        articles.map((one) => written.get(one) ?? null),
      );
}

/** What the piece of an article must say in a document. */
export function itemIn({ written }: FeedDocument, { meant }: Fragments): (article: Article) => FeedItem {
  return (article) => {
    const asWritten = written?.get(article);
    return asWritten === undefined ? meant(article) : { ...meant(article), asWritten };
  };
}

/** Writes a document in a format, as of an edition. */
export function feedText(
  document: FeedDocument,
  format: FormatName,
  site: Site,
  fragments: Fragments,
): (edition: EpochSeconds) => FeedText {
  const { channel, self, paging, articles, tombstones, written } = document;
  const itemOf = itemIn(document, fragments);
  return (updated) => {
    const feed = new StrictFeed(channelOptions(channel, site, { self, paging, updated }));
    for (const article of articles) {
      const item = fragments.item(article);
      const isOwn = written?.has(article) === true;
      feed.addItem(isOwn ? { ...item, piece: (name) => pieceOf(itemOf(article), name) } : item);
    }
    for (const { id, deleted } of tombstones) feed.addTombstone({ id, deleted: new Date(deleted * 1000) });
    return feed.text(format);
  };
}
