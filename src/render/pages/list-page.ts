import { zonedMonths } from "../../article/zoned-time.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import { monthAddress } from "../../representation/part-addresses.ts";
import type { FilledChannel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList } from "./article-list.ts";
import { authorHeader } from "./author-header.ts";
import { languageAttributes } from "./direction.ts";
import { feedAddresses } from "./feed-addresses.ts";
import { renderPage } from "./layout.ts";
import { inListOrder } from "./list-order.ts";
import { monthTitle } from "./month-title.ts";
import { olderStep } from "./older-page.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";
import { stepLinks } from "./step-links.ts";

/** The page of a channel: its newest articles and its feeds. An empty channel stays, since its feeds do. */
export function renderListPage(channel: FilledChannel, context: PageContext): string {
  const page = { language: channel.language };
  const words = wordsFor(channel.language);
  const empty = channel.articles.length === 0;
  const { kind, heading, standfirst } = channel;
  return renderPage(
    {
      ...page,
      title: heading,
      address: channel.addresses.page,
      description: standfirst,
      channels: [channel],
      head: empty ? markup`<meta name="robots" content="noindex">\n` : null,
      main: lines(
        kind === "author"
          ? authorHeader(channel, context)
          : [
              markup`<header>`,
              kicker(channel, context),
              markup`<h1><bdi>${heading}</bdi></h1>`,
              standfirst ? markup`<p class="standfirst">${standfirst}</p>` : null,
              markup`</header>`,
            ],
        empty
          ? markup`<p>${words.nothingYet}</p>`
          : articleList(inListOrder(channel.articles), { ...page, kicker: kind !== "section" }, context),
        stepLinks({ earlier: olderThan(channel, context), later: null }, words.moreArticles, words),
        markup`<section class="feeds" aria-labelledby="feeds">`,
        markup`<h2 id="feeds">${words.subscribe.title}</h2>`,
        feedAddresses(channel, page, context),
        markup`</section>`,
      ),
    },
    context,
  );
}

/**
 * What a tag or a language is one of. Both are named as they are written, often in small letters, which
 * by themselves would not look like a heading.
 */
function kicker({ kind, language }: FilledChannel, { site }: PageContext): Markup | null {
  if (kind !== "tag" && kind !== "language") return null;
  const word = wordsFor(site.language)[kind === "tag" ? "tags" : "languages"];
  return markup`<p class="kicker"${languageAttributes(site.language, language)}><a href="${CHANNEL_FOLDER[kind]}">${word}</a></p>`;
}

/** Where a list goes on: with the channel's own archives, else with the month of its last article. */
function olderThan(channel: FilledChannel, { site }: PageContext): Step | null {
  const { windows, complete, articles, language } = channel;
  if (windows !== null) return windows.previous === null ? null : olderStep(channel, windows.previous);
  const last = articles.at(-1);
  if (complete || last === undefined) return null;
  const month = zonedMonths(site.timezone)(last.published);
  return { href: monthAddress(month.year, month.month), title: monthTitle(month, language) };
}
