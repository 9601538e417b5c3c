import type { ChannelKind } from "../../article/named-channel.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { FilledChannel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { face, profileOf } from "./author-header.ts";
import { byName, KINDS, nameLink } from "./channel-links.ts";
import { languageAttributes } from "./direction.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { perLanguage } from "./locale.ts";

/**
 * The page at `/sections/`, `/tags/` and so on: every channel of a kind that has something to read, with
 * how much that is. Sections and authors, of whom there are few, are introduced.
 */
export function renderChannelsPage(
  kind: ChannelKind,
  live: readonly FilledChannel[],
  context: PageContext,
): string {
  const { language } = context.site;
  const words = wordsFor(language);
  const word = KINDS.find((one) => one.kind === kind)?.word ?? "sections";
  const channels = byName(live, language);
  return renderPage(
    {
      title: words[word],
      address: CHANNEL_FOLDER[kind],
      description: "",
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<h1>${words[word]}</h1>`,
        channels.length === 0
          ? markup`<p>${words.nothingYet}</p>`
          : isIntroduced(kind)
            ? markup`<ul class="channels">\n${channels.map((one) => introduction(one, context))}</ul>`
            : markup`<ul class="names counted">\n${channels.map((one) => markup`<li>${nameLink(one)} ${count(one, language)}</li>\n`)}</ul>`,
      ),
    },
    context,
  );
}

/** Whether channels of a kind are introduced one by one: with their words and their newest headline. */
export function isIntroduced(kind: ChannelKind): boolean {
  return kind === "section" || kind === "author";
}

const numbersIn = perLanguage((locale) => new Intl.NumberFormat(locale));

function count({ count: articles }: FilledChannel, language: string): Markup {
  return markup`<span class="count">${numbersIn(language).format(articles)}</span>`;
}

/** A section or an author: name, words, newest headline, and how many articles there are. */
function introduction(channel: FilledChannel, { site }: PageContext): Markup {
  const { language } = site;
  const [newest] = channel.articles;
  const profile = channel.kind === "author" ? profileOf(channel.name, site) : null;
  const about = profile?.about ?? describedAs(channel, site.sections);
  const articles = wordsFor(language).articleCount(numbersIn(language).format(channel.count));
  return markup`<li>
${face(profile)}<h2>${nameLink(channel)}</h2>
${about ? markup`<p class="summary">${about}</p>\n` : null}${
  newest
    ? markup`<p class="newest"><a href="${newest.address}"${languageAttributes(newest.language, language)}>${newest.title}</a></p>\n`
    : null
}<p class="dates">${articles}</p>
</li>
`;
}

/** What the publisher says of a section; what we would say of any says nothing here. */
function describedAs(
  { kind, name }: FilledChannel,
  sections: PageContext["site"]["sections"],
): string | null {
  if (kind !== "section") return null;
  return sections.find(({ title }) => title === name)?.description ?? null;
}
