import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { directionOf, renderPage } from "./layout.ts";
import { timeElement } from "./time-element.ts";

/** The front page: the newest articles. */
export function renderIndexPage(context: PageContext): string {
  const { site, channel } = context;
  return renderPage(
    {
      title: site.title,
      canonical: `${site.url}/`,
      description: site.description,
      language: site.language,
      head: null,
      main: markup`<h1>${site.title}</h1>
${site.description ? markup`<p class="standfirst">${site.description}</p>\n` : null}<ol class="articles">
${channel.articles.map(
  (article) => markup`<li lang="${article.language}" dir="${directionOf(article.language)}">
<h2><a href="${article.url}">${article.title}</a></h2>
<p>${article.summary}</p>
<p class="dates">${timeElement(article.published, site.timezone, site.language)}</p>
</li>
`,
)}</ol>`,
    },
    context,
  );
}
