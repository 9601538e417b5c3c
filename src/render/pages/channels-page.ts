import type { ChannelKind } from "../../article/named-channel.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { wordsFor } from "../words/words-for.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { perLanguage } from "./locale.ts";

/** The kinds of channels in the order in which people look for them, with the words that all of a kind have. */
export const KINDS: readonly {
  readonly kind: ChannelKind;
  readonly word: keyof Pick<Words, "sections" | "tags" | "authors" | "languages">;
}[] = [
  { kind: "section", word: "sections" },
  { kind: "tag", word: "tags" },
  { kind: "author", word: "authors" },
  { kind: "language", word: "languages" },
];

const namesIn = perLanguage((locale) => new Intl.Collator(locale));

/** Channels by name, as people who read a language look for them. */
export function byName<T extends Pick<Channel, "name">>(channels: readonly T[], language: string): T[] {
  const { compare } = namesIn(language);
  return [...channels].sort((a, b) => compare(a.name, b.name));
}

/** A list of names that lead to their pages. */
export function nameList(channels: readonly Channel[]): Markup {
  return markup`<ul class="names">\n${channels.map((one) => markup`<li>${nameLink(one)}</li>\n`)}</ul>`;
}

/** The name of a channel, which leads to its page. */
export function nameLink({ name, addresses }: Channel): Markup {
  return markup`<a href="${addresses.page}"><bdi>${name}</bdi></a>`;
}

/** The page at `/sections/`, `/tags/` and so on: every channel of a kind that has something to read. */
export function renderChannelsPage(
  kind: ChannelKind,
  live: readonly Channel[],
  context: PageContext,
): string {
  const { language } = context.site;
  const words = wordsFor(language);
  const word = KINDS.find((one) => one.kind === kind)?.word ?? "sections";
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
        live.length > 0 ? nameList(byName(live, language)) : markup`<p>${words.nothingYet}</p>`,
      ),
    },
    context,
  );
}
