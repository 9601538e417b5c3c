import type { Site } from "../../article/site.ts";
import type { OldPlaces } from "../../migrate/adopt/adopt-matches.ts";
import type { OldLinks } from "../../migrate/adopt/known-article.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { OldHosts, servedPath } from "../../migrate/write/old-address.ts";
import { isOwnAddress } from "../../representation/addresses.ts";
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
    feedAddress(text) {
      const url = own(text);
      return url && `${url.pathname}${url.search}`;
    },
  };
}
