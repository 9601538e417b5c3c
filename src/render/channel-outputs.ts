import type { ChannelKind } from "../article/named-channel.ts";
import type { Sum } from "../article/sum.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
import { archiveFolder } from "../representation/part-addresses.ts";
import type { ArchiveForm } from "./archive-outputs.ts";
import { archiveFeeds, archiveOutputs } from "./archive-outputs.ts";
import type { FilledChannel } from "./channels/channel.ts";
import { passingFragments } from "./feeds/passing-fragments.ts";
import type { KeptRun } from "./kept-run.ts";
import type { Output } from "./output.ts";
import { renderChannelsPage } from "./pages/channels-page.ts";
import { renderListPage } from "./pages/list-page.ts";
import { renderOlderPage } from "./pages/older-page.ts";
import type { RenderedSite } from "./rendered-site.ts";
import { inFormats, listing } from "./site-output.ts";

/** The list of each kind of channels that the site has, where the publisher has no page. */
export function* channelLists(site: RenderedSite): Generator<Output> {
  for (const [kind, address] of Object.entries(CHANNEL_FOLDER) as [ChannelKind, string][]) {
    const isThere = site.others.some(({ channel }) => channel.kind === kind);
    if (!isThere || site.ownPages.has(address)) continue;
    const live = site.live.filter((one) => one.kind === kind);
    const parts = () =>
      kind === "section" ? live.map(({ count, articles: [newest] }) => [count, newest?.fingerprint]) : [];
    const add = (sum: Sum) => sum.text(JSON.stringify(parts()));
    yield listing(address, site, () => renderChannelsPage(kind, live, site.pages), add);
  }
}

/** The page, the feeds and the older pages of each channel beside the site's own. */
export function* channelDocuments(site: RenderedSite): Generator<Output | KeptRun> {
  for (const { channel, document } of site.others) {
    const { addresses, articles, complete } = channel;
    const render = () => renderListPage(channel, site.pages);
    const older = channel.windows?.previous ?? null;
    yield listing(addresses.page, site, render, (sum) => {
      site.around.addArticles(articles, sum.number(older).number(complete ? 1 : 0));
    });
    yield* inFormats(document, site);
    yield* olderPages(channel, site);
  }
}

/** The archives of channels. Of so many documents nothing is kept from one to the next. */
export function* channelArchives(site: RenderedSite): Generator<Output | KeptRun> {
  const passing = { ...site, fragments: passingFragments(site.site, site.filing) };
  for (const { channel } of site.others) {
    if (channel.windows === null) continue;
    yield* archiveOutputs(channel.windows, archiveFeeds(channel, passing), site.kept);
  }
}

function* olderPages(channel: FilledChannel, site: RenderedSite): Generator<Output | KeptRun> {
  const { windows, addresses } = channel;
  if (windows === null) return;
  const addressOf = (number: number) => archiveFolder(number, addresses.page);
  const form: ArchiveForm = {
    page: addresses.page,
    keysOf: (number) => [addressOf(number)],
    outputsOf(window) {
      const { number, articles, previous, next } = window;
      const render = () => renderOlderPage(channel, window, site.pages);
      const add = (sum: Sum) => site.around.addArticles(articles, sum.number(previous).number(next));
      return [listing(addressOf(number), site, render, add)];
    },
  };
  yield* archiveOutputs(windows, form, site.kept);
}
