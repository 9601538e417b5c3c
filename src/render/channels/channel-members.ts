import type { Article } from "../../article/article.ts";
import type { ToldOf } from "../../article/articles.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";
import { channelFinder } from "./channel-names.ts";
import type { Timeline } from "./timeline.ts";

/** Who is in a channel. */
export interface ChannelMembers {
  /** Newest first; by their ordinals. */
  readonly newest: readonly number[];
  /** How many there are in all. */
  readonly count: number;
}

/** Being counted. */
interface Counted extends ChannelMembers {
  readonly newest: number[];
  count: number;
}

/** Gathers the `most` newest articles of each channel, out of those of a site. */
export function channelMembers(
  timeline: Timeline,
  { section, tags, authors, language }: Pick<ToldOf, "section" | "tags" | "authors" | "language">,
  channels: readonly NamedChannel[],
  most: number,
): (channel: NamedChannel) => ChannelMembers {
  const find = channelFinder(channels);
  const membersOf = onceEach((_: NamedChannel): Counted => ({ newest: [], count: 0 }));
  // Two names of an article may be one channel.
  const all = (kind: ChannelKind, names: readonly string[]): readonly Counted[] =>
    [...new Set(names.map((name) => find(kind, name)))].filter((one) => one !== null).map(membersOf);
  const ofSection = onceEach((name: string) => all("section", [name]));
  const ofTags = onceEach((names: Article["tags"]) => all("tag", names));
  const ofAuthors = onceEach((authors: Article["authors"]) =>
    all(
      "author",
      authors.map(({ name }) => name),
    ),
  );
  const ofLanguage = onceEach((name: string) => all("language", [name]));
  const add = (ordinal: number, lists: readonly Counted[]) => {
    for (const one of lists) {
      one.count += 1;
      if (one.newest.length < most) one.newest.push(ordinal);
    }
  };
  for (const ordinal of timeline) {
    const name = section(ordinal);
    if (name !== null) add(ordinal, ofSection(name));
    add(ordinal, ofTags(tags(ordinal)));
    add(ordinal, ofAuthors(authors(ordinal)));
    add(ordinal, ofLanguage(language(ordinal)));
  }
  return membersOf;
}
