import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { Markup } from "../markup.ts";
import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { directionOf, renderPage } from "./layout.ts";
import { timeElement } from "./time-element.ts";

/** The page of a channel: its newest articles. An empty channel stays, since its feeds do. */
export function renderListPage(context: PageContext): string {
  const { site, channel } = context;
  return renderPage(
    {
      title: channel.name,
      canonical: `${site.url}${channel.addresses.page}`,
      description: channel.description,
      language: channel.language,
      head: channel.articles.length === 0 ? markup`<meta name="robots" content="noindex">\n` : null,
      main: markup`<h1>${channel.name}</h1>
${channel.description ? markup`<p class="standfirst">${channel.description}</p>\n` : null}${articleList(channel.articles, site)}`,
    },
    context,
  );
}

/** Articles with summary and date, in the order that they are given in. */
export function articleList(articles: readonly Article[], site: Site): Markup {
  return markup`<ol class="articles">
${articles.map(
  (article) => markup`<li lang="${article.language}" dir="${directionOf(article.language)}">
<h2><a href="${article.url}">${article.title}</a></h2>
<p>${article.summary}</p>
<p class="dates">${timeElement(article.published, site.timezone, site.language)}</p>
</li>
`,
)}</ol>`;
}
