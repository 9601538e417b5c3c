import type { Article } from "../../article/article.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";
import { channelFinder } from "./channel-names.ts";

/** Who is in a channel. */
export interface ChannelMembers {
  /** Newest first. */
  readonly newest: readonly Article[];
  /** How many there are in all. */
  readonly count: number;
}

/** Being counted. */
interface Counted extends ChannelMembers {
  readonly newest: Article[];
  count: number;
}

/** Gathers the `most` newest articles of each channel, out of those of a site. */
export function channelMembers(
  newestFirst: readonly Article[],
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
  const add = (article: Article, lists: readonly Counted[]) => {
    for (const one of lists) {
      one.count += 1;
      if (one.newest.length < most) one.newest.push(article);
    }
  };
  for (const article of newestFirst) {
    const { section, tags, authors, language } = article;
    if (section !== null) add(article, ofSection(section));
    add(article, ofTags(tags));
    add(article, ofAuthors(authors));
    add(article, ofLanguage(language));
  }
  return membersOf;
}
