import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { adoptedBook } from "../ledger/adopted-book.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channels/channel.ts";
import type { OldFeed } from "../render/feeds/old-feed.ts";
import type { Stylesheets } from "../render/pages/layout.ts";
import type { OutputContext } from "../render/rendered-site.ts";
import { servedFeeds } from "./old-feeds/old-feeds.ts";
import type { OpenBake } from "./open-bake.ts";

/** What the outputs of a bake are made from. */
export function outputContext(bake: OpenBake, stylesheets: Stylesheets): OutputContext {
  const { input, site, remembered, records, articles, standing, channels } = bake;
  return {
    site,
    authority: remembered.authority,
    articles,
    standing,
    windows: windowsOfArticles(bake),
    tombstones: tombstonesOf(records, remembered.windowSize),
    channels,
    ...stylesheets,
    feedStylesheet: input.feedStylesheet,
    oldFeeds: oldFeedsOf(bake),
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

function windowsOfArticles({ articles, records, remembered }: OpenBake): Windows<Article> {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  return mapWindows(windowsOf(records, remembered.windowSize), (ordinals) =>
    newestFirst(ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])),
  );
}
