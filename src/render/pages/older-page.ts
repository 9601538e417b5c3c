import type { Article } from "../../article/article.ts";
import type { ArchiveWindow } from "../../article/windows.ts";
import { archiveFolder } from "../../representation/part-addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList } from "./article-list.ts";
import { renderPage } from "./layout.ts";
import { inListOrder } from "./list-order.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";
import { stepLinks } from "./step-links.ts";

/** A page with the articles of one archive window of a channel, and the way to those around it. */
export function renderOlderPage(
  channel: Channel,
  { number, articles, previous, next }: ArchiveWindow<Article>,
  context: PageContext,
): string {
  const page = { language: channel.language };
  const { heading, addresses } = channel;
  const words = wordsFor(channel.language);
  const isEmpty = articles.length === 0;
  const newer = next === null ? { href: addresses.page, title: heading } : olderStep(channel, next);
  return renderPage(
    {
      ...page,
      title: `${heading} · ${number}`,
      address: archiveFolder(number, addresses.page),
      description: "",
      channels: [channel],
      head: isEmpty ? markup`<meta name="robots" content="noindex">\n` : null,
      main: lines(
        markup`<header>`,
        markup`<p class="kicker"><a href="${addresses.page}"><bdi>${heading}</bdi></a></p>`,
        markup`<h1><bdi>${heading}</bdi> · ${number}</h1>`,
        markup`</header>`,
        isEmpty
          ? markup`<p>${words.nothingYet}</p>`
          : articleList(inListOrder(articles), { ...page, kicker: channel.kind !== "section" }, context),
        stepLinks(
          { earlier: previous === null ? null : olderStep(channel, previous), later: newer },
          words.moreArticles,
          words,
        ),
      ),
    },
    context,
  );
}

/** The way to an archive window of a channel. */
export function olderStep({ heading, addresses }: Channel, number: number): Step {
  return { href: archiveFolder(number, addresses.page), title: `${heading} · ${number}` };
}
