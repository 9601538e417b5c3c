import type { Article } from "../../article/article.ts";
import type { ArchiveWindow } from "../../article/windows.ts";
import { archiveFolder } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList } from "./article-list.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";

/** A page with the articles of one archive window of a channel, and the way to those around it. */
export function renderOlderPage(
  channel: Channel,
  { number, articles, previous, next }: ArchiveWindow<Article>,
  context: PageContext,
): string {
  const page = { language: channel.language };
  const isEmpty = articles.length === 0;
  const newer = next === null ? channel.addresses.page : archiveFolder(next, channel.addresses.page);
  return renderPage(
    {
      ...page,
      title: `${channel.name} · ${number}`,
      address: archiveFolder(number, channel.addresses.page),
      description: "",
      channels: [channel],
      head: isEmpty ? markup`<meta name="robots" content="noindex">\n` : null,
      main: lines(
        markup`<header>`,
        markup`<p class="kicker"><a href="${channel.addresses.page}"><bdi>${channel.name}</bdi></a></p>`,
        markup`<h1><bdi>${channel.name}</bdi> · ${number}</h1>`,
        markup`</header>`,
        isEmpty
          ? markup`<p>${wordsFor(channel.language).nothingYet}</p>`
          : articleList(articles, { ...page, kickers: channel.kind !== "section" }, context),
        olderLinks(channel, previous, { href: newer, number: next }),
      ),
    },
    context,
  );
}

/** The way to older articles of a channel, and to newer ones where there are some; null where there are neither. */
export function olderLinks(
  { name, language, addresses }: Channel,
  older: number | null,
  newer: { readonly href: string; readonly number: number | null } | null = null,
): Markup | null {
  if (older === null && newer === null) return null;
  const words = wordsFor(language);
  const numbered = (number: number | null) => (number === null ? name : `${name} · ${number}`);
  return lines(
    markup`<nav class="neighbours" aria-label="${words.moreArticles}">`,
    older === null
      ? null
      : markup`<a rel="prev" href="${archiveFolder(older, addresses.page)}"><span>${words.earlier}</span> <bdi>${numbered(older)}</bdi></a>`,
    newer &&
      markup`<a rel="next" href="${newer.href}"><span>${words.later}</span> <bdi>${numbered(newer.number)}</bdi></a>`,
    markup`</nav>`,
  );
}
