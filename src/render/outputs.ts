import type { ArticleListing } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Site } from "../article/site.ts";
import type { Tombstone } from "../article/tombstone.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Windows } from "../article/windows.ts";
import { ADDRESS, MEDIA_TYPE } from "../representation/addresses.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import { namedChannels, newestFirst, siteChannel } from "./channels/channel.ts";
import { channelDirectory } from "./channels/channel-directory.ts";
import type { FeedDocument } from "./feeds/feed-documents.ts";
import { archiveDocuments, feedMadeFrom, feedText, subscriptionDocument } from "./feeds/feed-documents.ts";
import type { FeedItem, FeedText } from "./feeds/feed-model.ts";
import type { FormatName } from "./feeds/formats.ts";
import { FORMAT_NAMES, FORMATS } from "./feeds/formats.ts";
import { fragmentsOf } from "./feeds/fragments.ts";
import { renderOpml } from "./opml.ts";
import { renderArticlePage } from "./pages/article-page.ts";
import { dateArchive } from "./pages/date-archive.ts";
import { datePages } from "./pages/date-pages.ts";
import { renderFavicon } from "./pages/favicon.ts";
import { renderGonePage } from "./pages/gone-page.ts";
import { renderIndexPage } from "./pages/index-page.ts";
import type { PageContext } from "./pages/layout.ts";
import { renderListPage } from "./pages/list-page.ts";
import { navigationOf } from "./pages/navigation.ts";
import { neighboursIn } from "./pages/neighbours.ts";
import { renderNotFoundPage } from "./pages/not-found-page.ts";
import { renderStandingPage } from "./pages/standing-page.ts";
import { renderSubscribePage } from "./pages/subscribe-page.ts";
import { renderRobots } from "./robots.ts";
import { newsSitemap, sitemaps } from "./sitemap.ts";
import { surroundings } from "./surroundings.ts";
import { fingerprints, madeFrom } from "./text/made-from.ts";

/** A document that a bake makes. */
export type Output = TextOutput | FeedOutput;

interface OutputBase {
  /** Path, or a reserved storage key. */
  readonly key: string;
  readonly kind: DocumentKind;
  /** `Content-Type`. */
  readonly type: string;
  readonly status: number;
  /** Where this is equal, so is what `render` gives for an edition, which then need not be asked. */
  readonly madeFrom: () => string;
}

/** A document that is one text. */
export interface TextOutput extends OutputBase {
  readonly format: null;
  /** The document as of an edition; most do not depend on it. */
  readonly render: (edition: EpochSeconds) => string;
}

/** A feed, in pieces: a subscriber may want only those that changed. */
export interface FeedOutput extends OutputBase {
  readonly format: FormatName;
  /** What the piece of an article must say. */
  readonly itemOf: (article: ArticleListing) => FeedItem;
  readonly render: (edition: EpochSeconds) => FeedText;
}

/** What the outputs are made from. */
export interface OutputContext {
  readonly site: Site;
  readonly authority: string;
  readonly articles: readonly ArticleListing[];
  /** Pages that stand by themselves: in navigation and sitemap, and in no feed. */
  readonly standing: readonly ArticleListing[];
  /** The site's subscription document and its archives; each newest first. */
  readonly windows: Windows<ArticleListing>;
  /** The newest deletions, newest first. */
  readonly tombstones: readonly Tombstone[];
  /** Every channel that was ever published beside the site's own. */
  readonly channels: readonly NamedChannel[];
  /** Path of the pages' stylesheet. */
  readonly stylesheet: string;
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
}

/**
 * Every document of a site, in the order of publishing: pages before the feeds that name them, and
 * first what a reader needs first. Render an output before asking for the next: what feeds share is
 * forgotten after its last use.
 */
export function* siteOutputs(context: OutputContext): Generator<Output> {
  const { site, authority, articles, standing, windows, stylesheet } = context;
  const channel = siteChannel(site, authority, windows.subscription, windows.previous === null);
  const channels = namedChannels(site, authority, articles, context.channels);
  const live = [channel, ...channels.filter((one) => one.articles.length > 0)];
  const directory = channelDirectory(channels, context.channels);
  const navigation = navigationOf(site, channels, standing);
  const pages: PageContext = { site, channel, directory, navigation, stylesheet };
  const timeline = newestFirst(articles);
  const years = dateArchive(timeline, site.timezone);
  const neighbours = neighboursIn(timeline);
  const around = surroundings(pages, live, channels);

  const articlePage = (article: ArticleListing) => {
    const beside = neighbours(article);
    return page(
      article.address,
      () => renderArticlePage(article.whole(), beside, pages),
      () => around.ofArticle(article, beside),
    );
  };
  const listing = (key: string, render: () => string, ...parts: readonly unknown[]) =>
    page(key, render, () => madeFrom(around.everyChannel(), parts));

  const subscription = subscriptionDocument(channel, site, windows.previous, context.tombstones);
  const archives = archiveDocuments(channel, site, windows.archives);
  const others = channels.map((one) => ({ one, document: subscriptionDocument(one, site, null, []) }));
  const feeds = [subscription, ...archives, ...others.map(({ document }) => document)];
  const fragments = fragmentsOf(
    site,
    feeds.map((feed) => feed.articles),
  );
  const inFormats = function* (document: FeedDocument): Generator<Output> {
    for (const format of FORMAT_NAMES) {
      yield {
        key: document.self[format],
        kind: document.paging.kind === "archive" ? "archive" : "feed",
        type: `${FORMATS[format].mediaType}; charset=utf-8`,
        status: 200,
        format,
        itemOf: fragments.meant,
        render: feedText(document, format, site, fragments),
        madeFrom: () => madeFrom(around.ofChannel(document.channel), feedMadeFrom(document)),
      };
    }
    fragments.release(document.articles);
  };

  const newest = new Set(windows.subscription);
  for (const article of newest) yield articlePage(article);
  yield text(ADDRESS.feedStylesheet, MEDIA_TYPE.css, () => context.feedStylesheet);
  yield* inFormats(subscription);
  const yearNames = years.map(({ year }) => year);
  yield listing(
    ADDRESS.index,
    () => renderIndexPage(channel.articles, yearNames, pages),
    fingerprints(channel.articles),
    yearNames,
  );
  for (const one of standing) {
    yield listing(one.address, () => renderStandingPage(one.whole(), pages), one.fingerprint);
  }
  yield listing(ADDRESS.subscribe, () => renderSubscribePage(live.slice(1), pages));
  yield text(ADDRESS.favicon, MEDIA_TYPE.svg, () => renderFavicon(site.accent));
  for (const article of articles) {
    if (!newest.has(article)) yield articlePage(article);
  }
  for (const document of archives) yield* inFormats(document);
  for (const { one, document } of others) {
    const render = () => renderListPage(one, pages);
    yield listing(one.addresses.page, render, one.addresses.page, fingerprints(one.articles));
    yield* inFormats(document);
  }
  for (const { address, render, madeFrom } of datePages(years, pages)) {
    yield listing(address, render, madeFrom());
  }
  yield text(ADDRESS.opml, MEDIA_TYPE.opml, () => renderOpml(site, live), around.everyChannel);
  for (const { address, render, madeFrom } of [
    ...sitemaps(site, [...articles, ...standing], live),
    newsSitemap(site, articles),
  ]) {
    yield text(address, MEDIA_TYPE.xml, render, madeFrom);
  }
  yield text(ADDRESS.robots, MEDIA_TYPE.text, () => renderRobots(site));
  const errorPage = (key: string, status: number, render: () => string): Output => ({
    ...listing(key, render),
    kind: "error",
    status,
  });
  yield errorPage(NOT_FOUND_KEY, 404, () => renderNotFoundPage(pages));
  yield errorPage(GONE_KEY, 410, () => renderGonePage(pages));
}

function page(key: string, render: () => string, madeFrom: () => string): TextOutput {
  const type = `${MEDIA_TYPE.html}; charset=utf-8`;
  return { key, kind: "page", type, status: 200, format: null, render, madeFrom };
}

/** A small text is what it is made from. */
function text(key: string, mediaType: string, render: () => string, madeFrom = render): TextOutput {
  const type = `${mediaType}; charset=utf-8`;
  return { key, kind: "text", type, status: 200, format: null, render, madeFrom };
}
