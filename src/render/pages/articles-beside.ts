import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { languageAttributes } from "./direction.ts";
import { headline } from "./headline.ts";
import type { PageContext } from "./page-context.ts";
import { timeElement } from "./time-element.ts";

/** What a reader may go on with: earlier articles, so that a new one changes no older page. */
export interface ArticlesBeside {
  /** The one before it in time; null of the first. */
  readonly before: Article | null;
  /** The nearest first. */
  readonly related: readonly Article[];
}

/** The way on from the end of an article; null where nothing stands beside it. */
export function articlesBesideLinks(
  { before, related }: ArticlesBeside,
  { language }: Article,
  words: Words,
  { site }: PageContext,
): Markup | null {
  if (before === null && related.length === 0) return null;
  return lines(
    related.length > 0
      ? markup`<nav class="related" aria-label="${words.related}">
<h2>${words.related}</h2>
<ul>
${related.map(
  (
    one,
  ) => markup`<li${languageAttributes(one.language, language)}><a href="${one.address}">${headline(one)}</a> ${timeElement(one.published, site.timezone, one.language, "day")}</li>
`,
)}</ul>
</nav>`
      : null,
    before &&
      markup`<nav class="neighbours" aria-label="${words.moreArticles}">
<a rel="prev" href="${before.address}"><span>${words.earlier}</span> <bdi${languageAttributes(before.language, language)}>${headline(before)}</bdi></a>
</nav>`,
  );
}
