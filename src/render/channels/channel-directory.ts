import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { Channel } from "./channel.ts";
import { channelFinder, onceAName } from "./channel-names.ts";

/** Finds the channel that an article's section, tag, author or language gathers under. */
export interface ChannelDirectory {
  readonly find: (kind: ChannelKind, name: string) => Channel | null;
}

/** A directory of channels by the names that articles use, which differ from what people are shown. */
export function channelDirectory(
  channels: readonly Channel[],
  names: readonly NamedChannel[],
): ChannelDirectory {
  const byPage = new Map(channels.map((channel) => [channel.addresses.page, channel]));
  const find = channelFinder(names);
  return {
    find: onceAName((kind, name) => {
      const named = find(kind, name);
      return named && (byPage.get(`${CHANNEL_FOLDER[kind]}${named.slug}`) ?? null);
    }),
  };
}
