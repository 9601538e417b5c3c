import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channels/channel.ts";
import type { Stylesheets } from "../render/pages/layout.ts";
import type { OutputContext } from "../render/rendered-site.ts";
import { servedFeeds } from "./old-feeds.ts";
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
    oldFeeds: servedFeeds(input.adopted ?? NOTHING_ADOPTED),
  };
}

function windowsOfArticles({ articles, records, remembered }: OpenBake): Windows<Article> {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  return mapWindows(windowsOf(records, remembered.windowSize), (ordinals) =>
    newestFirst(ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])),
  );
}
