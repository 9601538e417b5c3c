import type { Author, FeedOptions } from "feed";
import { singleLine } from "../../article/plain-text.ts";
import type { Podcast } from "../../article/podcast.ts";
import { isFeedDate } from "./feed-dates.ts";
import type { FeedChannel, FeedPaging } from "./feed-model.ts";
import { defined, people, textOf, urlOf, words } from "./strict-values.ts";

/** `feed`'s options, with what its model lacks. */
export interface StrictFeedOptions extends FeedOptions {
  readonly authors?: readonly Author[];
  readonly hubs?: readonly string[];
  readonly paging?: FeedPaging;
  readonly show?: Podcast;
  /** `image` again, as small as RSS shows it. */
  readonly smallImage?: string;
  /** Pixels of `smallImage`, or of `image` where there is none. */
  readonly imageSize?: { readonly width: number; readonly height: number };
  /** Where what JSON Feed has no name for is described. */
  readonly about?: string;
}

/** What a `Feed` holds beside its items. */
export interface ChannelParts {
  readonly options: StrictFeedOptions;
  readonly categories: readonly string[];
  readonly contributors: readonly Author[];
  /** The newest date among the items: when the channel changed, if it does not say so itself. */
  readonly newest: Date;
}

/**
 * A channel from whatever a user of `feed` wrote into its options: links that are no URLs are left
 * out, and a date that is none gives way to the newest of the items, never to the clock.
 */
export function strictChannel(parts: ChannelParts): FeedChannel {
  const { options, categories, contributors, newest } = parts;
  const { rss = options.feed, atom, json } = options.feedLinks ?? {};
  const feedLinks = defined({ rss: urlOf(rss), atom: urlOf(atom), json: urlOf(json) });
  const link = urlOf(options.link) ?? urlOf(options.id) ?? Object.values(feedLinks)[0] ?? "about:blank";
  return {
    title: singleLine(options.title ?? ""),
    id: singleLine(options.id ?? "") || link,
    url: link,
    self: feedLinks,
    updated: isFeedDate(options.updated) ? options.updated : newest,
    authors: people([...(options.authors ?? []), ...(options.author ? [options.author] : [])]),
    contributors: people(contributors),
    categories: words([...categories, ...(options.category ? [options.category] : [])]),
    hubs: words([...(options.hubs ?? []), options.hub ?? ""].map((hub) => urlOf(hub) ?? "")),
    paging: options.paging ?? { kind: "open" },
    show: options.show ?? (options.podcast ? showOf(options) : null),
    generator: options.generator === false ? null : singleLine(options.generator ?? "") || "Feedwright",
    ...(options.ttl !== undefined && options.ttl > 0 && { ttlMinutes: Math.round(options.ttl) }),
    ...(options.imageSize && { imageSize: options.imageSize }),
    ...defined({
      about: urlOf(options.about),
      description: textOf(options.description),
      language: textOf(options.language),
      copyright: textOf(options.copyright),
      image: urlOf(options.image),
      smallImage: urlOf(options.smallImage),
      favicon: urlOf(options.favicon),
      stylesheet: textOf(options.stylesheet),
    }),
  };
}

/** The show that `feed`'s options describe when they say `podcast`. */
function showOf({ author, category }: FeedOptions): Podcast {
  const name = textOf(author?.name) ?? null;
  const email = textOf(author?.email);
  const shelf = textOf(category);
  return {
    author: name,
    owner: email === undefined ? null : { name: name ?? email, email },
    explicit: null,
    image: null,
    categories: shelf === undefined ? [] : [{ name: shelf, subcategory: null }],
    guid: null,
    kind: null,
  };
}
