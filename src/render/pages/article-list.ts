import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { languageAttributes } from "./direction.ts";
import { headline } from "./headline.ts";
import type { Page, PageContext } from "./layout.ts";
import { sectionLink } from "./section-link.ts";
import { timeElement } from "./time-element.ts";

/** Articles with section, summary and day, in the order that they are given in; all of one section need not say so. */
export function articleList(
  articles: readonly Article[],
  { language, kickers }: Pick<Page, "language"> & { readonly kickers: boolean },
  context: PageContext,
): Markup {
  return markup`<ol class="articles">
${articles.map((article) => articleItem(article, { language, kickers }, context))}</ol>
`;
}

function articleItem(
  article: Article,
  around: { readonly language: string; readonly kickers: boolean },
  context: PageContext,
): Markup {
  const { language, address, summary, published } = article;
  const day = timeElement(published, context.site.timezone, language, "day");
  const section = around.kickers ? sectionLink(article, context) : null;
  return markup`<li${languageAttributes(language, around.language)}>
${section && markup`<p class="kicker">${section}</p>\n`}<h2><a href="${address}">${headline(article)}</a></h2>
${summary ? markup`<p>${summary}</p>\n` : null}<p class="dates">${day}</p>
</li>
`;
}

/** Headlines and days alone, for long lists. */
export function headlineList(
  articles: readonly Article[],
  { language }: Pick<Page, "language">,
  { site }: PageContext,
): Markup {
  return markup`<ol class="headlines">
${articles.map(
  (article) =>
    markup`<li${languageAttributes(article.language, language)}><a href="${article.address}">${headline(article)}</a> ${timeElement(article.published, site.timezone, article.language, "day")}</li>\n`,
)}</ol>
`;
}
