import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Site } from "../article/site.ts";
import type { Tombstone } from "../article/tombstone.ts";
import type { Windows } from "../article/windows.ts";
import { archivesOf } from "../article/windows.ts";
import type { FilledChannel } from "./channels/channel.ts";
import { namedChannels, siteChannel } from "./channels/channel.ts";
import { channelDirectory } from "./channels/channel-directory.ts";
import { asListed, timelineOf } from "./channels/timeline.ts";
import type { FeedDocument } from "./feeds/feed-documents.ts";
import { archiveFeedKeys, subscriptionDocument } from "./feeds/feed-documents.ts";
import type { FeedFiling } from "./feeds/filing.ts";
import { filingOf } from "./feeds/filing.ts";
import type { Fragments } from "./feeds/fragments.ts";
import { fragmentsOf } from "./feeds/fragments.ts";
import type { OldFeed } from "./feeds/old-feed.ts";
import type { FindKept, KeptParts } from "./kept-run.ts";
import { NOTHING_KEPT } from "./kept-run.ts";
import type { ArticlesBeside } from "./pages/articles-beside.ts";
import type { YearOfArticles } from "./pages/date-archive.ts";
import { dateArchive } from "./pages/date-archive.ts";
import { navigationOf, orderedSections } from "./pages/navigation.ts";
import type { PageContext, Stylesheets } from "./pages/page-context.ts";
import type { Surroundings } from "./surroundings.ts";
import { surroundings } from "./surroundings.ts";

/** What the outputs are made from. */
export interface OutputContext extends Stylesheets {
  readonly site: Site;
  readonly authority: string;
  readonly articles: Articles;
  /** Pages that stand by themselves: in navigation and sitemap, and in no feed. */
  readonly standing: readonly Article[];
  /** The site's subscription document and its archives; each newest first. */
  readonly windows: Windows<Article>;
  /** The windows of the channels that have archives. */
  readonly channelWindows: ReadonlyMap<NamedChannel, Windows<Article>>;
  /** The newest deletions, newest first. */
  readonly tombstones: readonly Tombstone[];
  /** Every channel that was ever published beside the site's own. */
  readonly channels: readonly NamedChannel[];
  /** Slugs of the sections that the head of every page names. */
  readonly leadingSections: readonly string[];
  /** Addresses that the publisher's files and settings take: an article's, a redirect's. */
  readonly ownPages: { has(address: string): boolean };
  /** CSS of the feeds. */
  readonly feedStylesheet: string;
  /** Writes clean HTML as Markdown. */
  readonly toMarkdown: (html: string) => string;
  /** What a reader of an article may go on with. */
  readonly articlesBeside: (article: Article) => ArticlesBeside;
  /** Feeds of an old site that go on, by their paths. */
  readonly oldFeeds: readonly OldFeed[];
  /** What of its documents is known to stay, and is no output then. */
  readonly findKept?: FindKept;
}

/** A site whose articles are gathered into channels, windows and months. */
export interface RenderedSite extends Omit<OutputContext, "channels"> {
  /** The channel of the whole site. */
  readonly channel: FilledChannel;
  /** The others, also those that nothing is in, each with its feed. */
  readonly others: readonly { readonly channel: FilledChannel; readonly document: FeedDocument }[];
  /** The channels that have articles, the site's own first. */
  readonly live: readonly FilledChannel[];
  /** Sections that have articles, as the front page and the head of every page order them. */
  readonly sections: readonly FilledChannel[];
  readonly subscription: FeedDocument;
  readonly kept: KeptParts;
  readonly fragments: Fragments;
  /** Under which channels an article is found. */
  readonly filing: (article: Article) => FeedFiling;
  /** Newest first. */
  readonly years: readonly YearOfArticles[];
  readonly pages: PageContext;
  readonly around: Surroundings;
}

/** Gathers what several outputs need, once a bake. */
export function renderedSite(context: OutputContext): RenderedSite {
  const { site, authority, articles, standing, windows, stylesheet, textStylesheet, tombstones } = context;
  const timeline = timelineOf(articles);
  const channel = siteChannel(site, authority, windows.subscription, windows.previous === null);
  const channels = namedChannels(
    site,
    authority,
    articles,
    timeline,
    context.channels,
    context.channelWindows,
  );
  const live = [channel, ...channels.filter((one) => one.articles.length > 0)];
  const directory = channelDirectory(channels, context.channels);
  const navigation = navigationOf(
    site,
    channels,
    context.leadingSections,
    standing.filter(({ visibility }) => visibility !== "unlisted"),
  );
  const hasSections = channels.filter(({ kind }) => kind === "section").length > 1;
  const pages: PageContext = {
    site,
    channel,
    directory,
    navigation,
    stylesheet,
    textStylesheet,
    hasSections,
  };
  const filing = (article: Article) => filingOf(article, site, directory);
  const subscription = subscriptionDocument(channel, site, windows.previous, tombstones);
  const others = channels.map((one) => ({
    channel: one,
    document: subscriptionDocument(one, site, one.windows?.previous ?? null, []),
  }));
  const around = surroundings(pages, articles, standing, live, channels);
  const kept = context.findKept?.(around.everyChannel()) ?? NOTHING_KEPT;
  const archiveKeys = archiveFeedKeys(channel.addresses.page);
  const documents = () => [
    subscription.articles,
    ...archivesOf(windows, kept.isArchive(windows, archiveKeys)).map(({ articles }) => articles),
    ...others.map(({ document }) => document.articles),
  ];
  return {
    ...context,
    channel,
    others,
    live,
    sections: orderedSections(
      live.filter(({ kind }) => kind === "section"),
      site,
      context.leadingSections,
    ),
    subscription,
    kept,
    fragments: fragmentsOf(site, documents, filing),
    filing,
    years: dateArchive(asListed(timeline, articles), articles, site.timezone),
    pages,
    around,
  };
}
