import type { Adopted, AdoptedFeed } from "../../article/adopted.ts";
import { ADOPTED_FILE } from "../../article/adopted.ts";
import type { NamedChannel } from "../../article/named-channel.ts";
import type { OldFeedSetting } from "../../article/old-addresses.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";

/** A feed of an old site, and the file that names it. */
export interface OldFeedEntry extends AdoptedFeed {
  readonly file: string;
}

/**
 * The old feeds that site.toml and `adopted.toml` name, each address once: `[feeds]` says what an address
 * stands for, and `adopted.toml` what its readers know. One for each channel of a pattern.
 */
export function oldFeedEntries(
  { feeds: adopted }: Adopted,
  { feeds }: Pick<Site, "feeds">,
  channels: readonly NamedChannel[],
): readonly OldFeedEntry[] {
  const entries = new Map<string, OldFeedEntry>();
  for (const setting of feeds.addresses)
    for (const one of feedsOf(setting, feeds.slugs, channels)) entries.set(one.address, one);
  for (const feed of adopted) {
    const { format = feed.format, channel = feed.channel } = entries.get(feed.address) ?? {};
    entries.set(feed.address, { ...feed, format, channel, file: ADOPTED_FILE });
  }
  return [...entries.values()];
}

function feedsOf(
  { address, format, kind }: OldFeedSetting,
  slugs: ReadonlyMap<string, string>,
  channels: readonly NamedChannel[],
): readonly OldFeedEntry[] {
  const bare = { format, id: null, podcastGuid: null, guids: true, oldest: null, lastModified: null };
  const entry = { ...bare, line: null, file: SETTINGS_FILE };
  if (kind === null) return [{ ...entry, address, channel: null }];
  return channels
    .filter((one) => one.kind === kind)
    .flatMap(({ slug }) => {
      const old = [...slugs].filter(([, ours]) => ours === slug).map(([from]) => from);
      const channel = `${CHANNEL_FOLDER[kind]}${slug}`;
      return (old.length > 0 ? old : [slug]).map((name) => ({
        ...entry,
        address: address.replace(`{${kind}}`, name),
        channel,
      }));
    });
}

/** Slugs that lead to no channel. */
export function feedSlugProblems(
  { feeds }: Pick<Site, "feeds">,
  channels: readonly NamedChannel[],
): Problem[] {
  const kinds = new Set(feeds.addresses.map(({ kind }) => kind));
  const known = new Set(channels.filter(({ kind }) => kinds.has(kind)).map(({ slug }) => slug));
  return [...feeds.slugs].flatMap(([old, slug]): Problem[] =>
    known.has(slug)
      ? []
      : [
          {
            file: SETTINGS_FILE,
            line: null,
            severity: "warning",
            message: `"feeds.slugs" leads "${old}" to "${slug}", which no feed of [feeds] has; write the last part of a channel's address, such as tides of /tags/tides`,
          },
        ],
  );
}
