import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { FeedFiling } from "./filing.ts";
import type { Fragment } from "./fragment.ts";
import { fragmentOf } from "./fragment.ts";
import type { Fragments } from "./fragments.ts";

/** Renders each article of a document once a format, one document after another, and keeps nothing from one to the next. */
export function passingFragments(site: Site, filing: (article: Article) => FeedFiling): Fragments {
  let kept = new Map<Article, Fragment>();
  const find = (article: Article): Fragment => {
    const fragment = kept.get(article) ?? fragmentOf(article, site, filing);
    kept.set(article, fragment);
    return fragment;
  };
  return {
    item: (article) => find(article).item,
    meant: (article) => find(article).meant,
    release() {
      if (kept.size > 0) kept = new Map();
    },
  };
}
