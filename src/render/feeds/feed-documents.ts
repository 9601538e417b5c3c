import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { Tombstone } from "../../article/tombstone.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { ArchiveWindow } from "../../article/windows.ts";
import type { FeedLinks } from "../../representation/addresses.ts";
import { archiveAddresses } from "../../representation/part-addresses.ts";
import type { Channel, FilledChannel } from "../channels/channel.ts";
import { absoluteLinks, channelOptions } from "./article-item.ts";
import type { FeedItem, FeedItemText, FeedPaging } from "./feed-model.ts";
import type { FeedText } from "./feed-text.ts";
import type { FormatName } from "./formats.ts";
import { FORMAT_NAMES } from "./formats.ts";
import type { Fragments } from "./fragments.ts";
import { pieceOf, StrictFeed } from "./strict-feed.ts";

const NONE: readonly never[] = [];

/** One document of a channel, in every format. */
export interface FeedDocument {
  readonly channel: Channel;
  /** Its paths. */
  readonly self: FeedLinks;
  readonly paging: FeedPaging;
  /** Of an archive: which it is, and which stand before and after it. */
  readonly window?: Pick<ArchiveWindow<Article>, "number" | "previous" | "next">;
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

/** The keys of the documents of an archive window, by its number. */
export type ArchiveKeys = (number: number) => readonly string[];

/** The keys of the archive documents below the page of a channel. */
export function archiveFeedKeys(page: string): ArchiveKeys {
  return (number) => {
    const feeds = archiveAddresses(number, page);
    return FORMAT_NAMES.map((format) => feeds[format]);
  };
}

/** An archive document of a channel (RFC 5005 §4): one of very many, of which few are written. Where the others stand is found out then. */
export class ArchiveDocument implements FeedDocument {
  readonly channel: Channel;
  readonly window: ArchiveWindow<Article>;
  readonly self: FeedLinks;
  readonly tombstones: FeedDocument["tombstones"] = NONE;
  readonly #site: Site;

  constructor(channel: Channel, site: Site, window: ArchiveWindow<Article>) {
    this.channel = channel;
    this.window = window;
    this.self = archiveAddresses(window.number, channel.addresses.page);
    this.#site = site;
  }

  get articles(): readonly Article[] {
    return this.window.articles;
  }

  get paging(): FeedPaging {
    const { addresses } = this.channel;
    const linksTo = (number: number | null) =>
      number === null ? null : absoluteLinks(archiveAddresses(number, addresses.page), this.#site);
    return {
      kind: "archive",
      current: absoluteLinks(addresses, this.#site),
      previous: linksTo(this.window.previous),
      next: linksTo(this.window.next),
    };
  }
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
  const itemOf = itemIn(document, fragments);
  return (updated) => {
    const { channel, self, paging, articles, tombstones, written } = document;
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
