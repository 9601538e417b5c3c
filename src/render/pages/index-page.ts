import { ADDRESS } from "../../representation/addresses.ts";
import { yearAddress } from "../../representation/part-addresses.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList, headlineList } from "./article-list.ts";
import { languageAttributes } from "./direction.ts";
import type { Desk, FrontPage } from "./front-page.ts";
import type { Page } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { listSlot } from "./list-picture.ts";
import type { PageContext } from "./page-context.ts";
import type { StoryShape } from "./story.ts";
import { story } from "./story.ts";

/** The front page, and the way to all other articles. `years` has those with articles, newest first. */
export function renderIndexPage(front: FrontPage, years: readonly number[], context: PageContext): string {
  const { site } = context;
  const page = { language: site.language };
  const words = wordsFor(site.language);
  const { lead, next, desks, others } = front;
  const slot = listSlot(desks.map((desk) => desk.lead));
  return renderPage(
    {
      ...page,
      title: site.title,
      address: ADDRESS.index,
      description: site.description,
      channels: [],
      head: null,
      main: lines(
        lead
          ? markup`<article class="lead"${languageAttributes(lead.language, page.language)}>
${story(lead, { slot: "lead", level: 2, kicker: true }, lead, context)}</article>`
          : markup`<p>${words.nothingYet}</p>`,
        next.length > 0 ? articleList(next, { ...page, kicker: true }, context) : null,
        desks.length > 0
          ? markup`<div class="desks">\n${desks.map((desk) => deskSection(desk, slot, page, context))}</div>`
          : null,
        others.length > 0
          ? markup`<section class="others">
<h2>${words.moreArticles}</h2>
${headlineList(others, { ...page, sections: true }, context)}</section>`
          : null,
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

/** A section: its name, its own lead, and headlines. */
function deskSection(
  { channel, lead, headlines }: Desk,
  slot: StoryShape["slot"],
  page: Pick<Page, "language">,
  context: PageContext,
): Markup {
  return lines(
    markup`<section class="desk">`,
    markup`<h2><a href="${channel.addresses.page}"><bdi>${channel.heading}</bdi></a></h2>`,
    markup`<article${languageAttributes(lead.language, page.language)}>
${story(lead, { slot, level: 3, kicker: false }, lead, context)}</article>`,
    headlines.length > 0 ? headlineList(headlines, { ...page, sections: false }, context) : null,
    markup`</section>`,
  );
}
