import type { ChannelKind, NamedChannel } from "../article/named-channel.ts";
import type { Channel } from "./channel.ts";
import { CHANNEL_FOLDER } from "./channel.ts";
import { foldName } from "./channel-names.ts";

/** Finds the channel that an article's section, tag, author or language gathers under. */
export interface ChannelDirectory {
  readonly find: (kind: ChannelKind, name: string) => Channel | null;
  readonly all: readonly Channel[];
}

/** A directory of channels by the names that articles use, which differ from what people are shown. */
export function channelDirectory(
  channels: readonly Channel[],
  names: readonly NamedChannel[],
): ChannelDirectory {
  const byPage = new Map(channels.map((channel) => [channel.addresses.page, channel]));
  const found = new Map(
    names.map(({ kind, name, slug }) => [
      `${kind} ${foldName(name)}`,
      byPage.get(`${CHANNEL_FOLDER[kind]}${slug}`),
    ]),
  );
  return { find: (kind, name) => found.get(`${kind} ${foldName(name)}`) ?? null, all: channels };
}
