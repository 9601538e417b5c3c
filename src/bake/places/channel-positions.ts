import type { GatheredWords } from "../../article/gathered-words.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";
import { channelFinder, channelNames } from "../../render/channels/channel-names.ts";

type Positions = (words: GatheredWords) => readonly number[];

/** What of an article names its channels; tags last, since there are the most of them. */
const FIELDS = [
  ["section", "section"],
  ["author", "authors"],
  ["language", "language"],
  ["tag", "tags"],
] as const satisfies readonly (readonly [ChannelKind, keyof GatheredWords])[];

/**
 * Tells in which channels of some kinds an article is, by their positions in the list of all. Articles that
 * have the same names of these kinds are told the same list: it is found once for each section, then for
 * each list of authors in it, and so on.
 */
export function channelPositions(
  channels: readonly NamedChannel[],
  kinds: ReadonlySet<ChannelKind>,
): Positions {
  const find = channelFinder(channels);
  const positions = new Map(channels.map((channel, position) => [channel, position]));
  const found = (words: GatheredWords): readonly number[] => {
    const all = new Set<number>();
    for (const { kind, name } of channelNames(words)) {
      const channel = kinds.has(kind) ? find(kind, name) : null;
      const position = channel === null ? undefined : positions.get(channel);
      if (position !== undefined) all.add(position);
    }
    return [...all];
  };
  const asked = FIELDS.filter(([kind]) => kinds.has(kind)).map(([, field]) => field);
  const level = (depth: number, words: GatheredWords): Positions => {
    const field = asked[depth];
    if (field === undefined) {
      const all = found(words);
      return () => all;
    }
    const next = onceEach((key: GatheredWords[typeof field]) => level(depth + 1, { ...words, [field]: key }));
    return (one) => next(one[field])(one);
  };
  return level(0, { section: null, tags: [], authors: [], language: "" });
}
