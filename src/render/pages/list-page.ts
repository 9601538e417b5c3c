import type { FilledChannel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleList } from "./article-list.ts";
import { feedAddresses } from "./feed-addresses.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { olderLinks } from "./older-page.ts";

/** The page of a channel: its newest articles and its feeds. An empty channel stays, since its feeds do. */
export function renderListPage(channel: FilledChannel, context: PageContext): string {
  const page = { language: channel.language };
  const words = wordsFor(channel.language);
  const empty = channel.articles.length === 0;
  return renderPage(
    {
      ...page,
      title: channel.name,
      address: channel.addresses.page,
      description: channel.description,
      channels: [channel],
      head: empty ? markup`<meta name="robots" content="noindex">\n` : null,
      main: lines(
        markup`<header>`,
        markup`<h1><bdi>${channel.name}</bdi></h1>`,
        channel.description ? markup`<p class="standfirst">${channel.description}</p>` : null,
        homepage(channel, context, words.authorsSite),
        markup`</header>`,
        empty
          ? markup`<p>${words.nothingYet}</p>`
          : articleList(channel.articles, { ...page, kickers: channel.kind !== "section" }, context),
        olderLinks(channel, channel.windows?.previous ?? null),
        markup`<section class="feeds" aria-labelledby="feeds">`,
        markup`<h2 id="feeds">${words.subscribe.title}</h2>`,
        feedAddresses(channel, page, context),
        markup`</section>`,
      ),
    },
    context,
  );
}

/** Where an author is at home elsewhere. */
function homepage(
  { kind, articles, name }: FilledChannel,
  { site }: PageContext,
  word: string,
): Markup | null {
  if (kind !== "author") return null;
  const known = [...site.authors, ...articles.flatMap(({ authors }) => authors)];
  const url = known.find((author) => author.name === name)?.url;
  return url ? markup`<p class="byline">${word}: <a rel="external" href="${url}">${url}</a></p>` : null;
}
