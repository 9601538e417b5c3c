import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { headline } from "./headline.ts";
import type { Page } from "./layout.ts";
import { listPicture } from "./list-picture.ts";
import type { PageContext } from "./page-context.ts";
import { sectionLink } from "./section-link.ts";
import { timeElement } from "./time-element.ts";

/** How an article stands in a list. */
export interface StoryShape {
  readonly slot: "lead" | "card" | "thumbnail";
  /** The level of its headline. */
  readonly level: 2 | 3;
  /** Whether it says its section: where all are of one, they need not. */
  readonly kicker: boolean;
}

/** What a list shows of an article: picture, section, headline, the beginning of its summary, and the day. */
export function story(
  article: Article,
  { slot, level, kicker }: StoryShape,
  { language }: Pick<Page, "language">,
  context: PageContext,
): Markup {
  const { address, summary, published } = article;
  const section = kicker && context.hasSections ? sectionLink(article, context) : null;
  const title = markup`<a href="${address}">${headline(article)}</a>`;
  return lines(
    listPicture(article, slot),
    section && markup`<p class="kicker">${section}</p>`,
    level === 2 ? markup`<h2>${title}</h2>` : markup`<h3>${title}</h3>`,
    summary ? markup`<p class="summary">${summary}</p>` : null,
    markup`<p class="dates">${timeElement(published, context.site.timezone, language, "day")}</p>`,
  );
}
