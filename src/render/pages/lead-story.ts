import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { languageAttributes } from "./direction.ts";
import { headline } from "./headline.ts";
import type { Page, PageContext } from "./layout.ts";
import { leadImage } from "./lead-image.ts";
import { sectionLink } from "./section-link.ts";
import { timeElement } from "./time-element.ts";

/** The newest article, above the others, with its image. */
export function leadStory(
  article: Article,
  { language }: Pick<Page, "language">,
  context: PageContext,
): Markup {
  const section = sectionLink(article, context);
  return lines(
    markup`<article class="lead"${languageAttributes(article.language, language)}>`,
    leadImage(article, "lead"),
    section && markup`<p class="kicker">${section}</p>`,
    markup`<h2><a href="${article.address}">${headline(article)}</a></h2>`,
    article.summary ? markup`<p>${article.summary}</p>` : null,
    markup`<p class="dates">${timeElement(article.published, context.site.timezone, article.language, "day")}</p>`,
    markup`</article>`,
  );
}
