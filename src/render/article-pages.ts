import { ArticlePage } from "./article-page-output.ts";
import type { ArticleForm, KeptRun } from "./kept-run.ts";
import { articleRuns } from "./kept-run.ts";
import type { Output } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";

/** The pages of the articles that feeds name first. */
export function* newestArticlePages(site: RenderedSite): Generator<Output> {
  for (const article of new Set(site.windows.subscription)) yield new ArticlePage(article, site);
}

/** The pages of all others, with runs of those that stay. */
export function* otherArticlePages(site: RenderedSite): Generator<Output | KeptRun> {
  const { articles, kept } = site;
  const newest = new Set(site.windows.subscription.map(({ ordinal }) => ordinal));
  const form: ArticleForm = {
    isPage: true,
    keysOf: (ordinal) => [articles.of.address(ordinal)],
    ordinalsIn: (key) => [articles.ordinalOf(key)],
    outputsOf: (ordinal) => articles.among([ordinal]).map((one) => new ArticlePage(one, site)),
  };
  yield* articleRuns(
    articles.ordinals.filter((one) => !newest.has(one)),
    form,
    kept.isPage,
  );
}
