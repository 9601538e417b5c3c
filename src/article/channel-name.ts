import type { ChannelKind } from "./named-channel.ts";

/** What two spellings of one name have alike: everything but case, width and white space. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/**
 * What two names of one channel have alike. Of tags, hyphens and underscores count as the spaces that
 * generators make of them: `office-hours` is `Office Hours`. Other signs tell names apart: `C` is no `C++`.
 */
export function channelKey(kind: ChannelKind, name: string): string {
  const folded = foldName(name);
  return `${kind} ${kind === "tag" ? folded.replace(/[\s_-]+/g, " ").trim() || folded : folded}`;
}
