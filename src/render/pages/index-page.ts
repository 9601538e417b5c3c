import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { articleList } from "./list-page.ts";

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
${site.description ? markup`<p class="standfirst">${site.description}</p>\n` : null}${articleList(channel.articles, site)}`,
    },
    context,
  );
}
