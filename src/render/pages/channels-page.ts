import type { ChannelKind } from "../../article/named-channel.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { FilledChannel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { face, profileOf } from "./author-header.ts";
import { byName, KINDS, nameLink, nameList } from "./channel-links.ts";
import { languageAttributes } from "./direction.ts";
import { renderPage } from "./layout.ts";
import { perLanguage } from "./locale.ts";
import type { PageContext } from "./page-context.ts";

/**
 * The page at `/sections/`, `/tags/` and so on: every channel of a kind that has something to read.
 * Sections tell how much that is, and their newest headline; authors who they are. Of tags there may be
 * hundreds, and of an author or a tag nothing is told that a new article changes: it would cost a write each.
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
      description: words.articlesOf(words[word], context.site.title),
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<h1>${words[word]}</h1>`,
        channels.length === 0
          ? markup`<p>${words.nothingYet}</p>`
          : kind === "section" || kind === "author"
            ? markup`<ul class="channels">\n${channels.map((one) => introduction(one, context))}</ul>`
            : nameList(channels),
      ),
    },
    context,
  );
}

const numbersIn = perLanguage((locale) => new Intl.NumberFormat(locale));

/** A section or an author: face, name and words; of a section its newest headline, and how many articles there are. */
function introduction(channel: FilledChannel, { site }: PageContext): Markup {
  const profile = channel.kind === "author" ? profileOf(channel.name, site) : null;
  const about = profile?.about ?? describedAs(channel, site.sections);
  return markup`<li>
${face(profile)}<h2>${nameLink(channel)}</h2>
${about ? markup`<p class="summary">${about}</p>\n` : null}${channel.kind === "section" ? content(channel, site.language) : null}</li>
`;
}

function content({ articles: [newest], count }: FilledChannel, language: string): Markup {
  return lines(
    newest
      ? markup`<p class="newest"><a href="${newest.address}"${languageAttributes(newest.language, language)}>${newest.title}</a></p>`
      : null,
    markup`<p class="dates">${wordsFor(language).articleCount(numbersIn(language).format(count))}</p>`,
  );
}

/** What the publisher says of a section; what we would say of any says nothing here. */
function describedAs(
  { kind, name }: FilledChannel,
  sections: PageContext["site"]["sections"],
): string | null {
  if (kind !== "section") return null;
  return sections.find(({ title }) => title === name)?.description ?? null;
}
