import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { adoptedBook } from "../ledger/adopted-book.ts";
import { channelWindows } from "../ledger/channel-windows.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channels/newest-first.ts";
import type { OldFeed } from "../render/feeds/old-feed.ts";
import type { Stylesheets } from "../render/pages/page-context.ts";
import type { OutputContext } from "../render/rendered-site.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
import { DATE_FOLDER } from "../representation/part-addresses.ts";
import { servedFeeds } from "./old-feeds/old-feeds.ts";
import type { OpenBake } from "./open-bake.ts";
import { articlesBeside } from "./places/articles-beside.ts";

/** What the outputs of a bake are made from. */
export function outputContext(
  bake: OpenBake,
  stylesheets: Stylesheets,
  findKept?: OutputContext["findKept"],
): OutputContext {
  const { input, site, remembered, records, articles, standing, channels } = bake;
  const found = (ordinals: readonly number[]) => newestFirst(articles.among(ordinals.toReversed()));
  return {
    site,
    authority: remembered.authority,
    articles,
    standing,
    windows: mapWindows(windowsOf(records, remembered.windowSize), found),
    tombstones: tombstonesOf(records, remembered.windowSize),
    channels,
    leadingSections: remembered.leadingSections ?? [],
    channelWindows: windowsOfChannels(bake, found),
    ownPages: ownPages(bake),
    articlesBeside: articlesBeside(articles, records),
    ...stylesheets,
    feedStylesheet: input.feedStylesheet,
    toMarkdown: input.toMarkdown ?? ((html) => html),
    oldFeeds: oldFeedsOf(bake),
    ...(findKept && { findKept }),
  };
}

/** The feeds of the old site, each with its items that had no ids. */
function oldFeedsOf({ oldFeeds, input, records, articles }: OpenBake): readonly OldFeed[] {
  if (oldFeeds.length === 0) return [];
  const book = adoptedBook(input.adopted ?? NOTHING_ADOPTED, records);
  const written = new Map(
    [...articles].flatMap((article) => {
      const item = book.of(article.path, article.id)?.item ?? null;
      return item === null ? [] : [[article, item] as const];
    }),
  );
  return servedFeeds(oldFeeds).map((feed) => ({ ...feed, written: feed.guids ? new Map() : written }));
}

/** Where lists of channels and of days give way: many sites have a page `/tags/` of their own. */
function ownPages({ articles, standing, past }: OpenBake): OutputContext["ownPages"] {
  const pages = new Set(standing.map(({ address }) => address));
  const isMoved = (address: string) =>
    past.moved.has(address) || past.gone.has(address) || past.packed.rows.has(address);
  const folders = new Set<string>(Object.values(CHANNEL_FOLDER));
  const isAsked = (address: string) => folders.has(address) || address.startsWith(DATE_FOLDER);
  return {
    has: (address) =>
      (folders.has(address) && isMoved(address)) ||
      (isAsked(address) && (pages.has(address) || articles.ordinalOf(address) >= 0)),
  };
}

/** Finds articles by their numbers; newest first. */
type ArticlesIn = (ordinals: readonly number[]) => readonly Article[];

function windowsOfChannels(
  { site, records, remembered, channels, channelsOf }: OpenBake,
  found: ArticlesIn,
): ReadonlyMap<NamedChannel, Windows<Article>> {
  const kinds = new Set(site.channelArchives);
  const isIn = (ordinal: number, channel: number) => channelsOf(ordinal).includes(channel);
  const windows = new Map<NamedChannel, Windows<Article>>();
  for (const [position, one] of channelWindows(channels, records, remembered.windowSize, isIn)) {
    const channel = channels[position];
    if (channel && kinds.has(channel.kind)) windows.set(channel, mapWindows(one, found));
  }
  return windows;
}
