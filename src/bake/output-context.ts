import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Article } from "../article/article.ts";
import type { Windows } from "../article/windows.ts";
import { mapWindows } from "../article/windows.ts";
import { tombstonesOf } from "../ledger/tombstones.ts";
import { windowsOf } from "../ledger/windows.ts";
import { newestFirst } from "../render/channels/channel.ts";
import type { Stylesheets } from "../render/pages/layout.ts";
import type { OutputContext } from "../render/rendered-site.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
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
    ownPages: ownPages(bake),
    ...stylesheets,
    feedStylesheet: input.feedStylesheet,
    toMarkdown: input.toMarkdown ?? ((html) => html),
    oldFeeds: servedFeeds(input.adopted ?? NOTHING_ADOPTED),
  };
}

/** Where lists of channels give way: many sites have a page `/tags/` of their own. */
function ownPages({ articles, standing, past }: OpenBake): ReadonlySet<string> {
  const taken = (address: string) =>
    past.moved.has(address) || past.gone.has(address) || past.packed.rows.has(address);
  const folders = new Set<string>(Object.values(CHANNEL_FOLDER));
  const own = [...articles, ...standing].map(({ address }) => address).filter((one) => folders.has(one));
  return new Set([...own, ...[...folders].filter(taken)]);
}

function windowsOfArticles({ articles, records, remembered }: OpenBake): Windows<Article> {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  return mapWindows(windowsOf(records, remembered.windowSize), (ordinals) =>
    newestFirst(ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])),
  );
}
