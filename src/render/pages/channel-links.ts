import type { ChannelKind } from "../../article/named-channel.ts";
import type { Channel } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
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

const namesIn = perLanguage((locale) => new Intl.Collator(locale, { numeric: true }));

/** Channels by name, as people who read a language look for them. */
export function byName<T extends Pick<Channel, "heading">>(channels: readonly T[], language: string): T[] {
  const { compare } = namesIn(language);
  return [...channels].sort((a, b) => compare(a.heading, b.heading));
}

/** A list of names that lead to their pages. */
export function nameList(channels: readonly Channel[]): Markup {
  return markup`<ul class="names">\n${channels.map((one) => markup`<li>${nameLink(one)}</li>\n`)}</ul>`;
}

/** The name of a channel, which leads to its page. */
export function nameLink({ heading, addresses }: Channel): Markup {
  return markup`<a href="${addresses.page}"><bdi>${heading}</bdi></a>`;
}
