import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import type { OldPlaces } from "../../migrate/adopt/adopt-matches.ts";
import type { OldLinks } from "../../migrate/adopt/known-article.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { OldHosts, servedPath } from "../../migrate/write/old-address.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
import type { KnownSite } from "./known-site.ts";

/** Tells the URLs of a site: on the host of its `url`, on those that it had before, and on `others`; any where none is known. */
export function isOldUrl(
  { url: home, homeHost, hosts }: Site,
  others: readonly (string | null)[],
): (url: URL) => boolean {
  const known = new OldHosts([
    homeHost === null ? null : home,
    ...[...hosts].map((host) => `https://${host}`),
    ...others,
  ]);
  return (url) => /^https?:$/.test(url.protocol) && (known.size === 0 || known.has(url));
}

/** Reads old addresses by the rules of the new site: those of its own hosts alone. */
export function oldPlaces(known: KnownSite, feed: OldFeed): OldPlaces & OldLinks {
  const { site, answer, articles } = known;
  const pages = new Set(articles.map(({ address }) => address));
  const isOwn = isOldUrl(site, [feed.home ?? feed.url]);
  const own = (text: string) => {
    const url = URL.parse(text);
    return url && isOwn(url) ? url : null;
  };
  return {
    isOwn,
    leadsTo({ pathname, search }) {
      const found = answer(pathname, search);
      const place = found.kind === "here" ? found.address : found.kind === "moved" ? found.to : null;
      return place !== null && pages.has(place) ? place : null;
    },
    pageAddress(link) {
      const url = own(link);
      const path = url && servedPath(url);
      if (path === null || isOwnAddress(path)) return null;
      return answer(path, "").kind === "here" ? null : path;
    },
    feedPlace(text) {
      const url = own(text);
      const channel = url === null ? null : channelOf(url.pathname, known.channels);
      return url && channel !== "none" ? { address: `${url.pathname}${url.search}`, channel } : null;
    },
  };
}

/** Words before the name of a channel in the addresses of old systems, and what they stand for here. */
const CHANNEL_WORDS: Readonly<Record<string, readonly ChannelKind[]>> = {
  category: ["section", "tag"],
  categories: ["section", "tag"],
  section: ["section", "tag"],
  sections: ["section", "tag"],
  tag: ["tag", "section"],
  tags: ["tag", "section"],
  topic: ["tag", "section"],
  topics: ["tag", "section"],
  // Blogger: /feeds/posts/default/-/label
  "-": ["tag", "section"],
  author: ["author"],
  authors: ["author"],
};

/** The page of the channel that an old feed's path names; null for the site's own feed, "none" for a channel that is not there. */
function channelOf(pathname: string, channels: readonly NamedChannel[]): string | null | "none" {
  const segments = pathname
    .split("/")
    .filter((one) => !/^(?:feed|rss2?|atom|json|)$|^[\w-]+\.(?:xml|rss|atom|json)$/.test(one));
  const at = segments.findLastIndex(
    (one, index) => Object.hasOwn(CHANNEL_WORDS, one) && index < segments.length - 1,
  );
  if (at === -1) return null;
  const kinds = CHANNEL_WORDS[segments[at] ?? ""] ?? [];
  const slug = segments.at(-1)?.toLowerCase();
  const found = kinds.flatMap(
    (kind) => channels.find((one) => one.kind === kind && one.slug.toLowerCase() === slug) ?? [],
  );
  return found[0] === undefined ? "none" : `${CHANNEL_FOLDER[found[0].kind]}${found[0].slug}`;
}
