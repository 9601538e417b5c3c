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

/** Each article's piece of a feed, for every feed that it stands in. */
export interface Fragments {
  /** The article, ready to be added to any feed of the site. */
  readonly item: (article: Article) => StrictFeedItem;
  /** What every format says of the article. */
  readonly meant: (article: Article) => FeedItem;
  /** Says that a document with these articles is done. What none is to come for is forgotten. */
  readonly release: (articles: readonly Article[]) => void;
}

interface Fragment {
  readonly item: StrictFeedItem;
  readonly meant: FeedItem;
}

/**
 * Renders each article once a format, however many feeds hold it. `documents` names the articles of
 * each document to come, so that no more is kept than what is still to be used: of a large archive,
 * a window at a time.
 */
export function fragmentsOf(
  site: Site,
  documents: Iterable<readonly Article[]>,
  filing: (article: Article) => FeedFiling,
): Fragments {
  // Most bakes render few of the documents, and ask for nothing before that.
  let uses: Int32Array | null = null;
  const done: (readonly Article[])[] = [];
  // Nothing is taken out of it again: the tables that a shrinking map leaves behind keep each other's
  // contents until the next full collection.
  const kept = new Map<Article, Fragment | null>();
  const fragmentOf = (article: Article): Fragment => {
    uses ??= usesOf(documents, done);
    const fragment = kept.get(article) ?? writeOnce(articleItem(article, site, filing(article)), site);
    if ((uses[article.ordinal] ?? 0) > 0) kept.set(article, fragment);
    return fragment;
  };
  return {
    item: (article) => fragmentOf(article).item,
    meant: (article) => fragmentOf(article).meant,
    release(articles) {
      if (uses === null) {
        done.push(articles);
        return;
      }
      letGo(articles, uses);
      for (const article of articles) {
        if ((uses[article.ordinal] ?? 0) <= 0 && kept.has(article)) kept.set(article, null);
      }
    },
  };
}

/** How many documents are still to come for each article, by ordinal. */
function usesOf(documents: Iterable<readonly Article[]>, done: readonly (readonly Article[])[]): Int32Array {
  const all = [...documents];
  let last = -1;
  for (const articles of all) for (const { ordinal } of articles) last = Math.max(last, ordinal);
  const uses = new Int32Array(last + 1);
  for (const articles of all) for (const { ordinal } of articles) uses[ordinal] = (uses[ordinal] ?? 0) + 1;
  for (const articles of done) letGo(articles, uses);
  return uses;
}

function letGo(articles: readonly Article[], uses: Int32Array): void {
  for (const { ordinal } of articles) uses[ordinal] = (uses[ordinal] ?? 0) - 1;
}

function writeOnce(item: StrictFeedItem, { url }: Site): Fragment {
  const meant = strictItem(item, url, EPOCH);
  const pieces: Partial<Record<FormatName, FeedPiece>> = {};
  const piece = (format: FormatName) => {
    pieces[format] ??= pieceOf(meant, format);
    return pieces[format];
  };
  return { item: { ...item, piece }, meant };
}
