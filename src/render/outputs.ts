import type { Article } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Site } from "../article/site.ts";
import type { Tombstone } from "../article/tombstone.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Windows } from "../article/windows.ts";
import { ADDRESS, MEDIA_TYPE } from "../representation/addresses.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import { feedChannel, feedItem, siteChannel } from "./channel.ts";
import type { FeedText } from "./feeds/feed-model.ts";
import { joinFeed } from "./feeds/feed-model.ts";
import { FORMAT_NAMES, FORMATS } from "./feeds/formats.ts";
import { renderArticlePage } from "./pages/article-page.ts";
import { renderGonePage } from "./pages/gone-page.ts";
import { renderIndexPage } from "./pages/index-page.ts";
import type { PageContext } from "./pages/layout.ts";
import { renderNotFoundPage } from "./pages/not-found-page.ts";

/** A document that a bake makes. */
export interface Output {
  /** Path, or a reserved storage key. */
  readonly key: string;
  readonly kind: DocumentKind;
  /** `Content-Type`. */
  readonly type: string;
  readonly status: number;
  /** The document as of an edition; most do not depend on it. */
  readonly render: (edition: EpochSeconds) => string;
  /** What a feed is put together from, so that the edge can send its changed items alone. */
  readonly feed?: FeedPieces;
}

/** The pieces of a feed as of an edition, and the edition that last changed each of its items. */
export interface FeedPieces {
  readonly text: (edition: EpochSeconds) => FeedText;
  readonly itemEditions: readonly EpochSeconds[];
}

/** What the outputs are made from. */
export interface OutputContext {
  readonly site: Site;
  readonly authority: string;
  readonly articles: readonly Article[];
  /** The site's subscription document and its archives; each newest first. */
  readonly windows: Windows<Article>;
  /** The newest deletions, newest first. */
  readonly tombstones: readonly Tombstone[];
  /** Every channel that was ever published beside the site's own. */
  readonly channels: readonly NamedChannel[];
  /** Path of the stylesheet. */
  readonly stylesheet: string;
}

/** Every document of a site, in the order of publishing: a page before the feeds that name it. */
export function* siteOutputs(context: OutputContext): Generator<Output> {
  const { site, authority, articles, stylesheet } = context;
  const channel = siteChannel(site, authority, articles);
  const pages: PageContext = { site, channel, stylesheet };

  for (const article of articles) {
    yield page(article.address, () => renderArticlePage(article, pages));
  }
  for (const name of FORMAT_NAMES) {
    const { frame, item, mediaType } = FORMATS[name];
    const items = channel.articles.map((article) => item(feedItem(article, site)));
    const text = (edition: EpochSeconds) => ({ ...frame(feedChannel(channel, site, edition)), items });
    yield {
      key: channel.addresses[name],
      kind: "feed",
      type: `${mediaType}; charset=utf-8`,
      status: 200,
      render: (edition) => joinFeed(text(edition)),
      feed: { text, itemEditions: channel.articles.map(({ edition }) => edition) },
    };
  }
  yield page(ADDRESS.index, () => renderIndexPage(pages));
  yield { ...page(NOT_FOUND_KEY, () => renderNotFoundPage(pages)), kind: "error", status: 404 };
  yield { ...page(GONE_KEY, () => renderGonePage(pages)), kind: "error", status: 410 };
}

function page(key: string, render: () => string): Output {
  return { key, kind: "page", type: `${MEDIA_TYPE.html}; charset=utf-8`, status: 200, render };
}
