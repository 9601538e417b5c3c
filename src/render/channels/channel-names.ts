import { channelKey, foldName } from "../../article/channel-name.ts";
import type { GatheredWords } from "../../article/gathered-words.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";

/** A name that articles gather under. */
export interface ChannelName {
  readonly kind: ChannelKind;
  readonly name: string;
}

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
export function onceAName<T extends NonNullable<unknown> | null>(
  find: (kind: ChannelKind, name: string) => T,
): (kind: ChannelKind, name: string) => T {
  const ofKind = onceEach((kind: ChannelKind) => onceEach((name: string) => find(kind, name)));
  return (kind, name) => ofKind(kind)(name);
}
