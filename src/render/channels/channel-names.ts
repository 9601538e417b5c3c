import type { Article } from "../../article/article.ts";
import { channelKey, foldName } from "../../article/channel-name.ts";
import { channelSlug } from "../../article/channel-slug.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";

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

/** What of an article, or of its source, says where it gathers. */
export type GatheredWords = Pick<Article, "section" | "tags" | "authors" | "language">;

/** What an article gathers under. */
export function channelNames({ section, tags, authors, language }: GatheredWords): ChannelName[] {
  return [
    ...(section === null ? [] : [{ kind: "section" as const, name: section }]),
    ...tags.map((name) => ({ kind: "tag" as const, name })),
    ...authors.map(({ name }) => ({ kind: "author" as const, name })),
    { kind: "language", name: language },
  ];
}

/** Finds the channel that a name belongs to, among those that have their slugs; null where there is none. */
export type ChannelFinder = (kind: ChannelKind, name: string) => NamedChannel | null;

/**
 * A name belongs to the channel that is spelled like it, but for case and white space; else to the
 * first whose name means the same. So two that were published apart stay apart.
 */
export function channelFinder(channels: readonly NamedChannel[]): ChannelFinder {
  const spelled = new Map<string, NamedChannel>();
  const alike = new Map<string, NamedChannel>();
  for (const channel of channels) {
    const { kind, name } = channel;
    spelled.set(`${kind} ${foldName(name)}`, channel);
    const key = channelKey(kind, name);
    if (!alike.has(key)) alike.set(key, channel);
  }
  return onceAName(
    (kind, name) => spelled.get(`${kind} ${foldName(name)}`) ?? alike.get(channelKey(kind, name)) ?? null,
  );
}

/** Looks once for each name as articles write it, however many of them use it. */
export function onceAName<T>(
  find: (kind: ChannelKind, name: string) => T | null,
): (kind: ChannelKind, name: string) => T | null {
  const kinds = new Map<ChannelKind, Map<string, T | null>>();
  return (kind, name) => {
    const found = kinds.get(kind) ?? new Map<string, T | null>();
    const known = found.get(name);
    if (known !== undefined) return known;
    const one = find(kind, name);
    kinds.set(kind, found.set(name, one));
    return one;
  };
}

/** A name that has no channel yet, with its spellings and how many articles have each. */
interface Candidate {
  readonly kind: ChannelKind;
  readonly spellings: Map<string, number>;
  articles: number;
}

/**
 * Every channel that the articles and the settings ask for. Names that mean the same are one channel,
 * under the remembered name, else the one that settings use, else the one that most articles do.
 * Languages have channels only where there are several; of kinds that the settings leave out, and of
 * tags that too few articles have, only what was published before stays.
 */
export function suggestChannels(
  site: Site,
  articles: readonly GatheredWords[],
  remembered: readonly NamedChannel[],
): SuggestedChannel[] {
  const { channels: kinds, tagMinArticles } = site.habits;
  const languages = new Set(articles.map(({ language }) => foldName(language)));
  const find = channelFinder(remembered);
  const known = new Set<NamedChannel>();
  const candidates = new Map<string, Candidate>();
  // Folding is dear, and articles have the same few names.
  const keys = new Map<string, string>();
  const suggest = ({ kind, name }: ChannelName, seen: Set<Candidate>, weight: number) => {
    if (kind === "language" && languages.size < 2) return;
    const published = find(kind, name);
    if (published !== null) known.add(published);
    if (published !== null || !kinds.includes(kind)) return;
    const written = `${kind} ${name}`;
    const key = keys.get(written) ?? channelKey(kind, name);
    keys.set(written, key);
    const one = candidates.get(key) ?? { kind, spellings: new Map(), articles: 0 };
    candidates.set(key, one);
    one.spellings.set(name, (one.spellings.get(name) ?? 0) + weight);
    if (!seen.has(one)) one.articles += 1;
    seen.add(one);
  };
  for (const { name } of site.sections) suggest({ kind: "section", name }, new Set(), Infinity);
  for (const article of articles) {
    const seen = new Set<Candidate>();
    for (const name of channelNames(article)) suggest(name, seen, 1);
  }
  const fresh = [...candidates.values()].filter(
    ({ kind, articles: count }) => kind !== "tag" || count >= tagMinArticles,
  );
  return [...known, ...fresh.map(({ kind, spellings }) => ({ kind, name: mostUsed(spellings) }))]
    .map(({ kind, name }) => ({ kind, name, suggestedSlug: channelSlug(name) }))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Of those that are used alike, the one that sorts first. */
function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const [[name = ""] = []] = [...spellings].sort(
    ([a, uses], [b, others]) => (others === uses ? 0 : others - uses) || (a < b ? -1 : 1),
  );
  return name;
}

function orderOf({ kind, name }: ChannelName): string {
  return `${kind} ${name}`;
}
