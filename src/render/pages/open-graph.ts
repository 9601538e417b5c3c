import type { Article } from "../../article/article.ts";
import { isoOf } from "../../article/instant.ts";
import { sectionTitle } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { headline } from "./headline.ts";
import type { PageContext } from "./page-context.ts";

/** What a preview of a link to an article shows (https://ogp.me/), beside what every page has. */
export function articleOpenGraph(article: Article, { site }: PageContext): Markup {
  const { image, card, section } = article;
  return lines(
    markup`<meta property="og:type" content="article">`,
    markup`<meta property="article:published_time" content="${isoOf(article.published)}">`,
    markup`<meta property="article:modified_time" content="${isoOf(article.updated)}">`,
    article.authors.map(({ name }) => markup`<meta property="article:author" content="${name}">`),
    section === null
      ? null
      : markup`<meta property="article:section" content="${sectionTitle(section, site)}">`,
    article.tags.map((tag) => markup`<meta property="article:tag" content="${tag}">`),
    image
      ? [
          markup`<meta property="og:image" content="${image.url}">`,
          image.width && markup`<meta property="og:image:width" content="${image.width}">`,
          image.height && markup`<meta property="og:image:height" content="${image.height}">`,
          image.alt ? markup`<meta property="og:image:alt" content="${image.alt}">` : null,
          markup`<meta name="twitter:card" content="summary_large_image">`,
        ]
      : null,
    card
      ? [
          markup`<meta property="og:image" content="${card.url}">`,
          markup`<meta property="og:image:width" content="${card.file.width}">`,
          markup`<meta property="og:image:height" content="${card.file.height}">`,
          markup`<meta property="og:image:alt" content="${headline(article)}">`,
          markup`<meta name="twitter:card" content="summary_large_image">`,
        ]
      : null,
  );
}
