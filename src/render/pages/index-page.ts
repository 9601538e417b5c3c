import type { Article } from "../../article/article.ts";
import { ADDRESS, yearAddress } from "../../representation/addresses.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList } from "./article-list.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { leadStory } from "./lead-story.ts";

/** However large the feeds are: a front page is to be looked over, and to weigh little. */
const MOST_ARTICLES = 40;

/** The front page: the newest articles, newest first, and the way to all others. `years` has those with articles, newest first. */
export function renderIndexPage(
  articles: readonly Article[],
  years: readonly number[],
  context: PageContext,
): string {
  const { site } = context;
  const page = { language: site.language };
  const words = wordsFor(site.language);
  const [first, ...others] = articles.slice(0, MOST_ARTICLES);
  return renderPage(
    {
      ...page,
      title: site.title,
      address: ADDRESS.index,
      description: site.description,
      channels: [],
      head: null,
      main: lines(
        first ? leadStory(first, page, context) : markup`<p>${words.nothingYet}</p>`,
        others.length > 0 ? articleList(others, { ...page, kickers: true }, context) : null,
        years.length > 0
          ? markup`<nav class="years" aria-labelledby="archive">
<h2 id="archive">${words.archive}</h2>
<ul>
${years.map((year) => markup`<li><a href="${yearAddress(year)}">${year}</a></li>\n`)}</ul>
</nav>`
          : null,
      ),
    },
    context,
  );
}
