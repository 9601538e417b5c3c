import type { Article } from "../../article/article.ts";
import { leadFigure } from "../lead-figure.ts";
import type { Markup } from "../markup.ts";
import { cleanHtml, markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { timeElement } from "./time-element.ts";

/** The page of one article. */
export function renderArticlePage(article: Article, context: PageContext): string {
  const { timezone, language } = context.site;
  const { correction } = article;
  const changed = article.updated > article.published;
  return renderPage(
    {
      title: article.title,
      canonical: article.url,
      description: article.summary,
      language: article.language,
      head: openGraph(article),
      main: markup`<article>
<header>
<h1>${article.title}</h1>
${byline(article)}<p class="dates">${timeElement(article.published, timezone, language)}${changed ? markup` <span class="updated">${correction ? "Corrected" : "Updated"} ${timeElement(article.updated, timezone, language)}</span>` : null}</p>
${correction ? markup`<p class="correction">${correction}</p>\n` : null}</header>
${leadFigure(article)}${cleanHtml(article.html)}
</article>`,
    },
    context,
  );
}

function byline({ authors, agency, place }: Article): Markup | null {
  const names = authors.map(({ name, url }) =>
    url ? markup`<a rel="author" href="${url}">${name}</a>` : markup`${name}`,
  );
  const parts = [place, names.length > 0 ? joined(names) : null, agency].filter((part) => part !== null);
  return parts.length === 0
    ? null
    : markup`<p class="byline">${parts.map((part, at) => markup`${at > 0 ? " · " : null}${part}`)}</p>\n`;
}

function joined(names: readonly Markup[]): Markup {
  return markup`${names.map((name, at) => markup`${at > 0 ? ", " : null}${name}`)}`;
}

/** Open Graph, for previews of a link (https://ogp.me/). */
function openGraph(article: Article): Markup {
  return markup`<meta property="og:type" content="article">
<meta property="og:title" content="${article.title}">
<meta property="og:description" content="${article.summary}">
<meta property="og:url" content="${article.url}">
${article.image ? markup`<meta property="og:image" content="${article.image.url}">\n` : null}<meta property="article:published_time" content="${new Date(article.published * 1000).toISOString()}">
<meta property="article:modified_time" content="${new Date(article.updated * 1000).toISOString()}">
`;
}
