import type { Article } from "../../article/article.ts";
import { sectionHeading } from "../channels/section-words.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { languageAttributes } from "./direction.ts";
import { headline } from "./headline.ts";
import type { Page } from "./layout.ts";
import { listSlot } from "./list-picture.ts";
import type { PageContext } from "./page-context.ts";
import type { StoryShape } from "./story.ts";
import { story } from "./story.ts";

/** More than this nobody looks over: the others of a list are headlines. */
const MOST_STORIES = 40;

/** Articles with picture, section, summary and day, in the order that they are given in; of a long list the last ones are headlines. */
export function articleList(
  articles: readonly Article[],
  { language, kicker }: Pick<Page, "language"> & Pick<StoryShape, "kicker">,
  context: PageContext,
): Markup {
  const stories = articles.slice(0, MOST_STORIES);
  const others = articles.slice(MOST_STORIES);
  const slot = listSlot(stories);
  // The stylesheet makes the first one wider where the last row would not be full.
  const first = stories.length % 3 === 0 ? slot : "card";
  return markup`<ol class="articles">
${stories.map(
  (article, at) => markup`<li${languageAttributes(article.language, language)}>
${story(article, { slot: at === 0 ? first : slot, level: 2, kicker }, article, context)}</li>
`,
)}</ol>
${others.length > 0 ? headlineList(others, { language, sections: kicker }, context) : null}`;
}

/** Headlines alone, with the names of their sections where they are of several. */
export function headlineList(
  articles: readonly Article[],
  { language, sections }: Pick<Page, "language"> & { readonly sections: boolean },
  { site, hasSections }: PageContext,
): Markup {
  return markup`<ol class="headlines">
${articles.map(
  (article) =>
    markup`<li${languageAttributes(article.language, language)}><a href="${article.address}">${headline(article)}</a>${
      sections && hasSections && article.section !== null
        ? markup` <span${languageAttributes(site.language, article.language)}>${sectionHeading(article.section, site)}</span>`
        : null
    }</li>\n`,
)}</ol>
`;
}
