import type { Article } from "../../article/article.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import { slug } from "../../article/values.ts";

/** Longest slug of a channel, percent-encoded: its feeds' storage keys have 512 bytes. */
const MAX_SLUG_BYTES = 240;

/** A name that articles gather under. */
export interface ChannelName {
  readonly kind: ChannelKind;
  readonly name: string;
}

/** A channel that there should be, with the slug that its name suggests. */
export interface SuggestedChannel extends ChannelName {
  /** One path segment, percent-encoded. */
  readonly suggestedSlug: string;
}

/** What an article gathers under. */
export function channelNames({ section, tags, authors, language }: Article): ChannelName[] {
  return [
    ...(section === null ? [] : [{ kind: "section" as const, name: section }]),
    ...tags.map((name) => ({ kind: "tag" as const, name })),
    ...authors.map(({ name }) => ({ kind: "author" as const, name })),
    { kind: "language", name: language },
  ];
}

/**
 * Every channel that the articles and the settings ask for. Names that differ in case or white space
 * alone are one channel, under the remembered name or the one that sorts first. Languages have
 * channels only where there are several.
 */
export function suggestChannels(
  site: Site,
  articles: readonly Article[],
  remembered: readonly NamedChannel[],
): SuggestedChannel[] {
  const languages = new Set(articles.map(({ language }) => foldName(language)));
  const known = new Map(remembered.map(({ kind, name }) => [`${kind} ${foldName(name)}`, name]));
  const found = new Map<string, SuggestedChannel>();
  const suggest = ({ kind, name: given }: ChannelName) => {
    if (kind === "language" && languages.size < 2) return;
    const place = `${kind} ${foldName(given)}`;
    const name = known.get(place) ?? given;
    const before = found.get(place);
    if (!before || name < before.name) found.set(place, { kind, name, suggestedSlug: slugOf(name) });
  };
  for (const { name } of site.sections) suggest({ kind: "section", name });
  for (const article of articles) for (const name of channelNames(article)) suggest(name);
  return [...found.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** What two spellings of one name have alike. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

function orderOf({ kind, name }: ChannelName): string {
  return `${kind} ${name}`;
}

/** Letters and digits of any script, in lower case, the rest as hyphens; never empty, never too long. */
function slugOf(name: string): string {
  const words = foldName(name)
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  let path = "";
  for (const word of words) {
    const longer = path === "" ? word : `${path}-${word}`;
    if (encodeURIComponent(longer.toWellFormed()).length > MAX_SLUG_BYTES) break;
    path = longer;
  }
  return slug(path) ?? slug([...(words[0] ?? "")].slice(0, 20).join("")) ?? "other";
}
