import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { Channel } from "./channel.ts";
import { foldName } from "./channel-names.ts";

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
  const byName = new Map(
    names.map(({ kind, name, slug }) => [
      `${kind} ${foldName(name)}`,
      byPage.get(`${CHANNEL_FOLDER[kind]}${slug}`) ?? null,
    ]),
  );
  // By names as articles write them: each is folded once, however many articles use it.
  const found = new Map<string, Channel | null>();
  return {
    find(kind, name) {
      const written = `${kind} ${name}`;
      const known = found.get(written);
      if (known !== undefined) return known;
      const channel = byName.get(`${kind} ${foldName(name)}`) ?? null;
      found.set(written, channel);
      return channel;
    },
  };
}
