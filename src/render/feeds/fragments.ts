import type { ArticleListing } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { FeedItem, FeedPiece } from "./feed-model.ts";
import { feedItem } from "./feed-words.ts";
import type { FormatName } from "./formats.ts";
import { FORMATS } from "./formats.ts";

/** Each article's piece of a feed, for every feed that it stands in. */
export interface Fragments {
  /** The article in the words of the feed model. */
  readonly item: (article: ArticleListing) => FeedItem;
  /** The article in a format. */
  readonly piece: (format: FormatName, article: ArticleListing) => FeedPiece;
  /** Says that a document with these articles is done. What none is to come for is forgotten. */
  readonly release: (articles: readonly ArticleListing[]) => void;
}

interface Fragment {
  readonly item: FeedItem;
  readonly pieces: Map<FormatName, FeedPiece>;
}

/**
 * Renders each article once a format, however many feeds hold it. `documents` names the articles of
 * each document to come, so that no more is kept than what is still to be used: of a large archive,
 * a window at a time.
 */
export function fragmentsOf(site: Site, documents: Iterable<readonly ArticleListing[]>): Fragments {
  const uses = new Map<ArticleListing, number>();
  for (const articles of documents) {
    for (const article of articles) uses.set(article, (uses.get(article) ?? 0) + 1);
  }
  const kept = new Map<ArticleListing, Fragment>();
  const fragmentOf = (article: ArticleListing): Fragment => {
    const fragment = kept.get(article) ?? { item: feedItem(article.whole(), site), pieces: new Map() };
    kept.set(article, fragment);
    return fragment;
  };
  return {
    item: (article) => fragmentOf(article).item,
    piece(format, article) {
      const { item, pieces } = fragmentOf(article);
      const piece = pieces.get(format) ?? {
        kind: "article" as const,
        id: article.id,
        edition: article.edition,
        text: FORMATS[format].item(item),
      };
      pieces.set(format, piece);
      return piece;
    },
    release(articles) {
      for (const article of articles) {
        const left = (uses.get(article) ?? 0) - 1;
        uses.set(article, left);
        if (left <= 0) kept.delete(article);
      }
    },
  };
}
