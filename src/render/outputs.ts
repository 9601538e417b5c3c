import { ADDRESS, MEDIA_TYPE } from "../representation/addresses.ts";
import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import { archiveFeeds, archiveOutputs } from "./archive-outputs.ts";
import { newestArticlePages, otherArticlePages } from "./article-pages.ts";
import { channelArchives, channelDocuments, channelLists } from "./channel-outputs.ts";
import type { FeedDocument } from "./feeds/feed-documents.ts";
import { renderFeedSchema } from "./feeds/feed-schema.ts";
import { FORMAT_NAMES } from "./feeds/formats.ts";
import type { OldFeed } from "./feeds/old-feed.ts";
import { oldFeedDocument } from "./feeds/old-feed.ts";
import type { KeptRun } from "./kept-run.ts";
import { dateOutputs, sitemapOutputs } from "./list-outputs.ts";
import { machineDocuments } from "./machine-outputs.ts";
import { renderOpml } from "./opml.ts";
import type { FeedOutput, Output } from "./output.ts";
import { text } from "./output.ts";
import { renderFavicon } from "./pages/favicon.ts";
import { articlesOn, composeFrontPage } from "./pages/front-page.ts";
import { renderGonePage } from "./pages/gone-page.ts";
import { renderIndexPage } from "./pages/index-page.ts";
import { localFeedStylesheet } from "./pages/local-feed-stylesheet.ts";
import { renderManifest } from "./pages/manifest.ts";
import { renderNotFoundPage } from "./pages/not-found-page.ts";
import { renderStandingPage } from "./pages/standing-page.ts";
import { renderSubscribePage } from "./pages/subscribe-page.ts";
import type { OutputContext, RenderedSite } from "./rendered-site.ts";
import { renderedSite } from "./rendered-site.ts";
import { renderRobots } from "./robots.ts";
import { feedOutput, feedSum, listing } from "./site-output.ts";

/**
 * Every kind of document of a site, in the order of publishing: pages before the feeds that name them,
 * and first what a reader needs first.
 */
const OUTPUTS: readonly ((site: RenderedSite) => Iterable<Output | KeptRun>)[] = [
  newestArticlePages,
  ({ site, feedStylesheet }) => [
    text(ADDRESS.feedStylesheet, MEDIA_TYPE.css, () => localFeedStylesheet(feedStylesheet, site.language)),
  ],
  subscriptionFeeds,
  frontPage,
  standingPages,
  (site) => [listing(ADDRESS.subscribe, site, () => renderSubscribePage(site.live.slice(1), site.pages))],
  channelLists,
  // A drawing of the publisher's stands in its place.
  ({ site }) =>
    site.icons?.drawing ? [] : [text(ADDRESS.favicon, MEDIA_TYPE.svg, () => renderFavicon(site.accent))],
  ({ site }) => [text(ADDRESS.manifest, MEDIA_TYPE.manifest, () => renderManifest(site))],
  otherArticlePages,
  (site) => archiveOutputs(site.windows, archiveFeeds(site.channel, site), site.kept),
  channelArchives,
  channelDocuments,
  // Now nothing more is to come of what feeds are made of, so that nothing is kept.
  machineDocuments,
  dateOutputs,
  ({ site, live, around }) => [
    {
      ...text(ADDRESS.opml, MEDIA_TYPE.opml, () => renderOpml(site, live)),
      madeFrom: (sum) => void sum.add(around.everyChannel()),
    },
  ],
  sitemapOutputs,
  () => [text(ADDRESS.feedSchema, MEDIA_TYPE.schema, renderFeedSchema)],
  ({ site }) => [text(ADDRESS.robots, MEDIA_TYPE.text, () => renderRobots(site))],
  (site) => [
    errorPage(NOT_FOUND_KEY, 404, site, () => renderNotFoundPage(site.pages)),
    errorPage(GONE_KEY, 410, site, () => renderGonePage(site.pages)),
  ],
];

/**
 * Every document of a site, in the order of publishing, with runs of those that are known to stay. One can be
 * rendered at any time, and costs least at once.
 */
export function* siteOutputs(context: OutputContext): Generator<Output | KeptRun> {
  const site = renderedSite(context);
  for (const outputs of OUTPUTS) yield* outputs(site);
}

function frontPage(site: RenderedSite): Output[] {
  const { channel, pages } = site;
  const years = site.years.map(({ year }) => year);
  const front = composeFrontPage(channel.articles, site.sections);
  const render = () => renderIndexPage(front, years, pages);
  const parts = () => [front.desks.map((desk) => desk.headlines.length), years];
  return [
    listing(ADDRESS.index, site, render, (sum) => {
      site.around.addArticles(articlesOn(front), sum.text(JSON.stringify(parts())));
    }),
  ];
}

function standingPages(site: RenderedSite): Output[] {
  return site.standing.map((one) => {
    const render = () => renderStandingPage(one, site.pages);
    return { ...listing(one.address, site, render, (sum) => sum.text(one.fingerprint)), article: one };
  });
}

/** What subscribers poll, here and where they did before. */
function* subscriptionFeeds(site: RenderedSite): Generator<Output> {
  const { subscription, others, oldFeeds, fragments } = site;
  const own = new Set<string>(Object.values(subscription.self));
  for (const format of FORMAT_NAMES) {
    const old = oldFeeds.find((one) => one.address === subscription.self[format] && one.format === format);
    yield old
      ? oldFeedOutput(subscription, old, site)
      : feedOutput(subscription, format, site, feedSum(subscription, site));
  }
  for (const old of oldFeeds) {
    if (own.has(old.address)) continue;
    const other = others.find(({ channel }) => channel.addresses.page === old.channel);
    const document = old.channel === null ? subscription : other?.document;
    if (document !== undefined) yield oldFeedOutput(document, old, site);
  }
  fragments.release(subscription.articles);
}

function oldFeedOutput(document: FeedDocument, old: OldFeed, site: RenderedSite): FeedOutput {
  const own = oldFeedDocument(document, old);
  return feedOutput(own, old.format, site, feedSum(own, site));
}

function errorPage(key: string, status: number, site: RenderedSite, render: () => string): Output {
  return { ...listing(key, site, render), kind: "error", status };
}
