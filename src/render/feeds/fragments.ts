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

interface Shared {
  /** Documents that are still to come for it. */
  uses: number;
  fragment: Fragment | null;
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
  let shared: Map<Article, Shared> | null = null;
  const done: (readonly Article[])[] = [];
  const fragmentOf = (article: Article): Fragment => {
    shared ??= sharedBy(documents, done);
    const one = shared.get(article) ?? { uses: 0, fragment: null };
    const fragment = one.fragment ?? writeOnce(articleItem(article, site, filing(article)), site);
    if (one.uses > 0) one.fragment = fragment;
    return fragment;
  };
  return {
    item: (article) => fragmentOf(article).item,
    meant: (article) => fragmentOf(article).meant,
    release(articles) {
      if (shared === null) done.push(articles);
      else letGo(articles, shared);
    },
  };
}

/** The articles of documents, of which some are done. */
function sharedBy(
  documents: Iterable<readonly Article[]>,
  done: readonly (readonly Article[])[],
): Map<Article, Shared> {
  // Nothing is taken out of it again: the tables that a shrinking map leaves behind keep each other's
  // contents until the next full collection.
  const shared = new Map<Article, Shared>();
  for (const articles of documents) {
    for (const article of articles) {
      const known = shared.get(article);
      if (known) known.uses += 1;
      else shared.set(article, { uses: 1, fragment: null });
    }
  }
  for (const articles of done) letGo(articles, shared);
  return shared;
}

function letGo(articles: readonly Article[], shared: ReadonlyMap<Article, Shared>): void {
  for (const article of articles) {
    const one = shared.get(article);
    if (one === undefined) continue;
    one.uses -= 1;
    if (one.uses <= 0) one.fragment = null;
  }
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
