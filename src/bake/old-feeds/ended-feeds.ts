import type { AdoptedFormat } from "../../article/adopted.ts";
import type { NamedChannel } from "../../article/named-channel.ts";
import { ADDRESS, CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { OldFeedEntry } from "./old-feed-entries.ts";

/** Where WordPress has its feeds of comments, those of single articles last. A reader that meets 410 stops asking. */
const OF_WORDPRESS = [
  "/comments/feed",
  "/comments/feed/",
  "/comments/feed/atom/",
  "/?feed=comments-rss2",
  "/?feed=comments-atom",
  "/*/feed/",
  "/*/feed/atom/",
  "/*/feed/rss/",
  "/*/feed/rss2/",
  "/*/feed/rdf/",
];

const OF_BLOGGER = ["/feeds/comments/default", "/feeds/:post/comments/default"];

/** Other addresses at which WordPress has the feed of the whole site, with the format that stands for each here. */
const OTHER_PLACES = [
  ["/?feed=rss2", "rss"],
  ["/?feed=rss", "rss"],
  ["/?feed=rdf", "rss"],
  ["/?feed=atom", "atom"],
  ["/feed/rss2/", "rss"],
  ["/feed/rss/", "rss"],
  ["/feed/rdf/", "rss"],
  ["/feed/atom/", "atom"],
] as const;

/** The words before a channel's name in the addresses of WordPress. */
const WORDPRESS_FOLDERS = [
  ["category", "section"],
  ["category", "tag"],
  ["tag", "tag"],
  ["author", "author"],
] as const;

/** Old addresses where feeds of comments were, by what the other feeds of the old site tell. */
export function endedFeeds(feeds: readonly OldFeedEntry[]): readonly string[] {
  return [
    ...(feeds.some(isWordpress) ? OF_WORDPRESS : []),
    ...(feeds.some(({ address }) => /^\/feeds\//.test(address)) ? OF_BLOGGER : []),
  ];
}

/**
 * Where the other feeds of WordPress lead: those of the whole site, and those of categories, tags and
 * authors. None of them is one of comments.
 */
export function otherFeeds(
  feeds: readonly OldFeedEntry[],
  served: readonly OldFeedEntry[],
  channels: readonly NamedChannel[],
): ReadonlyMap<string, string> {
  if (!feeds.some(isWordpress)) return new Map();
  const placeOf = (format: AdoptedFormat) =>
    served.find((one) => one.format === format && one.channel === null)?.address ?? ADDRESS[format];
  const leads = new Map<string, string>(OTHER_PLACES.map(([from, format]) => [from, placeOf(format)]));
  for (const [folder, kind] of WORDPRESS_FOLDERS)
    for (const { slug } of channels.filter((one) => one.kind === kind)) {
      const from = `/${folder}/${slug}/feed/`;
      if (!leads.has(from)) leads.set(from, `${CHANNEL_FOLDER[kind]}${slug}${ADDRESS.rss}`);
    }
  return leads;
}

function isWordpress({ address }: OldFeedEntry): boolean {
  return /\/feed\/?$|\/feed\/(?:atom|rdf|rss2?)\/?$|[?&]feed=/.test(address);
}
