import type { ChannelKind, NamedChannel } from "../article/named-channel.ts";
import type { Channel } from "./channel.ts";
import { foldName } from "./channel-names.ts";

/** Finds the channel that an article's section, tag, author or language gathers under. */
export interface ChannelDirectory {
  readonly find: (kind: ChannelKind, name: string) => Channel | null;
  readonly all: readonly Channel[];
}

/** A directory of channels; each stands at the same place in both lists. */
export function channelDirectory(
  channels: readonly Channel[],
  names: readonly NamedChannel[],
): ChannelDirectory {
  const found = new Map<string, Channel>();
  for (const [at, { kind, name }] of names.entries()) {
    const channel = channels[at];
    if (channel) found.set(`${kind} ${foldName(name)}`, channel);
  }
  return { find: (kind, name) => found.get(`${kind} ${foldName(name)}`) ?? null, all: channels };
}
