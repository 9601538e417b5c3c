import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { adoptedBook } from "../ledger/adopted-book.ts";
import { channelWindows } from "../ledger/channel-windows.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { byOrdinal } from "../render/channels/by-ordinal.ts";
import { newestFirst } from "../render/channels/newest-first.ts";
import type { OldFeed } from "../render/feeds/old-feed.ts";
import type { Stylesheets } from "../render/pages/page-context.ts";
import type { OutputContext } from "../render/rendered-site.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
import { DATE_FOLDER } from "../representation/part-addresses.ts";
import { servedFeeds } from "./old-feeds/old-feeds.ts";
import type { OpenBake } from "./open-bake.ts";
import { articlesBeside } from "./places/articles-beside.ts";
import { takenAmong } from "./redirects/taken-among.ts";

/** What the outputs of a bake are made from. */
export function outputContext(
  bake: OpenBake,
  stylesheets: Stylesheets,
  findKept?: OutputContext["findKept"],
): OutputContext {
  const { input, site, remembered, records, articles, standing, channels } = bake;
  const places = byOrdinal(articles);
  const found = articlesIn(places);
  return {
    site,
    authority: remembered.authority,
    articles,
    // Ordinals follow time, but for articles that came with an older date.
    timeline: newestFirst(places.filter((one) => one !== undefined).reverse()),
    standing,
    windows: mapWindows(windowsOf(records, remembered.windowSize), found),
    tombstones: tombstonesOf(records, remembered.windowSize),
    channels,
    leadingSections: remembered.leadingSections ?? [],
    channelWindows: windowsOfChannels(bake, found),
    ownPages: ownPages(bake),
    articlesBeside: articlesBeside(places, records),
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
    articles.flatMap((article) => {
      const item = book.of(article.path, article.id)?.item ?? null;
      return item === null ? [] : [[article, item] as const];
    }),
  );
  return servedFeeds(oldFeeds).map((feed) => ({ ...feed, written: feed.guids ? new Map() : written }));
}

/** Where lists of channels give way: many sites have a page `/tags/` of their own. */
function ownPages({ articles, standing, past }: OpenBake): ReadonlySet<string> {
  const taken = (address: string) =>
    past.moved.has(address) || past.gone.has(address) || past.packed.rows.has(address);
  const folders = Object.values(CHANNEL_FOLDER);
  const own = new Set<string>(folders.filter(taken));
  for (const list of [articles, standing]) {
    for (const one of takenAmong(folders, list)) own.add(one);
    for (const { address } of list) if (address.startsWith(DATE_FOLDER)) own.add(address);
  }
  return own;
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

function articlesIn(places: readonly (Article | undefined)[]): ArticlesIn {
  return (ordinals) => {
    const articles: Article[] = [];
    for (let at = ordinals.length - 1; at >= 0; at -= 1) {
      const article = places[ordinals[at] ?? -1];
      if (article !== undefined) articles.push(article);
    }
    return newestFirst(articles);
  };
}
