import type { Article } from "../../article/article.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleBody } from "./article-body.ts";
import { headline } from "./headline.ts";
import { renderPage } from "./layout.ts";
import { leadImage } from "./lead-image.ts";
import type { PageContext } from "./page-context.ts";

/** A page that stands by itself, such as "About": headline and text, without date and neighbours. */
export function renderStandingPage(page: Article, context: PageContext): string {
  return renderPage(
    {
      title: headline(page),
      address: page.address,
      canonical: page.canonical,
      translations: page.translations,
      needsTextStylesheet: page.needsTextStylesheet,
      isUnindexed: page.visibility !== "listed",
      description: page.summary,
      language: page.language,
      channels: [],
      head: null,
      main: lines(
        markup`<article>`,
        markup`<h1>${headline(page)}</h1>`,
        markup`${leadImage(page, "text")}${articleBody(page.readText().html, page, wordsFor(page.language))}`,
        markup`</article>`,
      ),
    },
    context,
  );
}
