import { channelKey, foldName } from "../../article/channel-name.ts";
import { channelSlug } from "../../article/channel-slug.ts";
import type { EachWords } from "../../article/gathered-words.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import type { ChannelName } from "./channel-names.ts";
import { channelFinder, onceAName } from "./channel-names.ts";
import { usedNames } from "./used-names.ts";

/** A channel that there should be, with the slug that its name suggests. */
export interface SuggestedChannel extends ChannelName {
  /** One path segment, percent-encoded. */
  readonly suggestedSlug: string;
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
  words: EachWords,
  remembered: readonly NamedChannel[],
): SuggestedChannel[] {
  const { channels: kinds, tagMinArticles } = site.habits;
  const used = usedNames(words);
  const languages = new Set(
    used.flatMap(({ kind, names }) => (kind === "language" ? names.map(foldName) : [])),
  );
  const find = channelFinder(remembered);
  const known = new Set<NamedChannel>();
  const candidates = new Map<string, Candidate>();
  const keyOf = onceAName(channelKey);
  const suggest = (kind: ChannelKind, names: readonly string[], articles: number, weight: number) => {
    if (kind === "language" && languages.size < 2) return;
    const seen = new Set<Candidate>();
    for (const name of names) {
      const published = find(kind, name);
      if (published !== null) known.add(published);
      if (published !== null || !kinds.includes(kind)) continue;
      const key = keyOf(kind, name);
      const one = candidates.get(key) ?? { kind, spellings: new Map(), articles: 0 };
      candidates.set(key, one);
      one.spellings.set(name, (one.spellings.get(name) ?? 0) + weight);
      if (!seen.has(one)) one.articles += articles;
      seen.add(one);
    }
  };
  for (const { name } of site.sections) suggest("section", [name], 1, Infinity);
  for (const { kind, names, articles } of used) suggest(kind, names, articles, articles);
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
