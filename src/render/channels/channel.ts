import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";
import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import type { Podcast } from "../../article/podcast.ts";
import type { Site } from "../../article/site.ts";
import type { Windows } from "../../article/windows.ts";
import type { FeedLinks } from "../../representation/addresses.ts";
import { ADDRESS, CHANNEL_FOLDER, feedsIn } from "../../representation/addresses.ts";
import { channelMembers } from "./channel-members.ts";
import type { ChannelWords } from "./channel-words.ts";
import { channelWords } from "./channel-words.ts";
import { newestFirst } from "./newest-first.ts";
import { podcastGuid } from "./podcast-guid.ts";
import type { Timeline } from "./timeline.ts";

/** A stream of articles that one can subscribe to, without the articles. */
export interface Channel extends ChannelWords {
  readonly kind: "site" | ChannelKind;
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  /** Paths of its page and its feeds. */
  readonly addresses: FeedLinks & { readonly page: string };
  /** The show that it is; null where it is none. */
  readonly show: Podcast | null;
}

/** A channel with its newest articles. */
export interface FilledChannel extends Channel {
  /** Newest first. */
  readonly articles: readonly Article[];
  /** How many articles it has in all. */
  readonly count: number;
  /** Whether it has no other articles than these. */
  readonly complete: boolean;
  /** Itself and its archives; null where it has none, and of the site, whose windows are known. */
  readonly windows: Windows<Article> | null;
}

/** The channel of the whole site, with the articles that its subscription document holds. */
export function siteChannel(
  site: Site,
  authority: string,
  articles: readonly Article[],
  complete: boolean,
): FilledChannel {
  return {
    kind: "site",
    id: `tag:${authority}:/`,
    name: site.title,
    heading: site.title,
    title: site.title,
    description: site.description,
    standfirst: site.description,
    language: site.language,
    addresses: { page: ADDRESS.index, ...feedsIn("") },
    articles: newestFirst(articles),
    count: articles.length,
    complete,
    windows: null,
    show: site.podcast && { ...site.podcast, guid: site.podcast.guid ?? podcastGuid(authority) },
  };
}

/** The channel of each section, tag, author and language, with its newest articles. */
export function namedChannels(
  site: Site,
  authority: string,
  articles: Articles,
  timeline: Timeline,
  names: readonly NamedChannel[],
  windows: ReadonlyMap<NamedChannel, Windows<Article>> = new Map(),
): FilledChannel[] {
  const membersOf = channelMembers(timeline, articles.of, names, site.feedItems);
  return [...names].sort(byKindAndName).map((named) => {
    const { newest, count } = membersOf(named);
    const window = windows.get(named);
    const path = `${CHANNEL_FOLDER[named.kind]}${named.slug}`;
    return {
      kind: named.kind,
      id: `tag:${authority}:${path}`,
      ...channelWords(named.kind, named.name, site),
      language: named.kind === "language" ? named.name : site.language,
      addresses: { page: path, ...feedsIn(path) },
      articles: window?.subscription ?? articles.among(newest),
      count,
      complete: window ? window.previous === null : count <= site.feedItems,
      windows: window ?? null,
      show: null,
    };
  });
}

function byKindAndName(a: NamedChannel, b: NamedChannel): number {
  const kinds = Object.keys(CHANNEL_FOLDER);
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name < b.name ? -1 : 1);
}

/** The name of a section as people read it. */
export function sectionTitle(name: string, site: Site): string {
  return site.sections.find((section) => section.name === name)?.title ?? name;
}
