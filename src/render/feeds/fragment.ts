import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import { articleItem } from "./article-item.ts";
import type { FeedItem } from "./feed-model.ts";
import type { FeedPiece } from "./feed-text.ts";
import type { FeedFiling } from "./filing.ts";
import type { FormatName } from "./formats.ts";
import { EPOCH, pieceOf } from "./strict-feed.ts";
import type { StrictFeedItem } from "./strict-item.ts";
import { strictItem } from "./strict-item.ts";

/** An article's piece of a feed. */
export interface Fragment {
  /** The article, ready to be added to any feed of the site. */
  readonly item: StrictFeedItem;
  /** What every format says of the article. */
  readonly meant: FeedItem;
}

/** Makes an article's piece of a feed, which is written once a format. */
export function fragmentOf(article: Article, site: Site, filing: (article: Article) => FeedFiling): Fragment {
  const item = articleItem(article, site, filing(article));
  const meant = strictItem(item, site.url, EPOCH);
  const pieces: Partial<Record<FormatName, FeedPiece>> = {};
  const piece = (format: FormatName) => {
    pieces[format] ??= pieceOf(meant, format);
    return pieces[format];
  };
  return { item: { ...item, piece }, meant };
}
