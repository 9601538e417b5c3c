import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { FeedItem } from "./feed-model.ts";
import type { FeedFiling } from "./filing.ts";
import type { Fragment } from "./fragment.ts";
import { fragmentOf } from "./fragment.ts";
import type { StrictFeedItem } from "./strict-item.ts";

/** Each article's piece of a feed, for every feed that it stands in. */
export interface Fragments {
  /** The article, ready to be added to any feed of the site. */
  readonly item: (article: Article) => StrictFeedItem;
  /** What every format says of the article. */
  readonly meant: (article: Article) => FeedItem;
  /** Says that a document with these articles is done. What none is to come for is forgotten. */
  readonly release: (articles: readonly Article[]) => void;
}

/**
 * Renders each article once a format, however many feeds hold it. `documents` names the articles of
 * each document to come, so that no more is kept than what is still to be used: of a large archive,
 * a window at a time. They are asked for when the first article is rendered.
 */
export function fragmentsOf(
  site: Site,
  documents: () => readonly (readonly Article[])[],
  filing: (article: Article) => FeedFiling,
): Fragments {
  const released: (readonly Article[])[] = [];
  let uses: Uses | null = null;
  // Nothing is taken out of it again: the tables that a shrinking map leaves behind keep each other's
  // contents until the next full collection.
  const kept = new Map<Article, Fragment | null>();
  const find = (article: Article): Fragment => {
    uses ??= usesIn(documents(), released);
    const fragment = kept.get(article) ?? fragmentOf(article, site, filing);
    if (uses.of(article) > 0) kept.set(article, fragment);
    return fragment;
  };
  return {
    item: (article) => find(article).item,
    meant: (article) => find(article).meant,
    release(articles) {
      if (uses === null) {
        released.push(articles);
        return;
      }
      for (const article of articles) {
        uses.add(article, -1);
        if (uses.of(article) <= 0 && kept.has(article)) kept.set(article, null);
      }
    },
  };
}

/** How many documents are still to come for an article. */
interface Uses {
  readonly of: (article: Article) => number;
  readonly add: (article: Article, count: number) => void;
}

function usesIn(documents: readonly (readonly Article[])[], released: readonly (readonly Article[])[]): Uses {
  let first = Infinity;
  let last = -1;
  for (const articles of documents) {
    for (const { ordinal } of articles) {
      first = Math.min(first, ordinal);
      last = Math.max(last, ordinal);
    }
  }
  const counts = new Int32Array(Math.max(0, last - first + 1));
  const of = ({ ordinal }: Article) => counts[ordinal - first] ?? 0;
  const add = (article: Article, count: number) => {
    counts[article.ordinal - first] = of(article) + count;
  };
  for (const articles of documents) for (const one of articles) add(one, 1);
  for (const articles of released) for (const one of articles) add(one, -1);
  return { of, add };
}
