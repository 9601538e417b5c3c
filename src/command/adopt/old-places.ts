import type { OldPlaces } from "../../migrate/adopt/adopt-matches.ts";
import type { OldLinks } from "../../migrate/adopt/known-article.ts";
import type { OldFeed } from "../../migrate/adopt/read-old-feed.ts";
import { OldHosts, servedPath } from "../../migrate/write/old-address.ts";
import { isOwnAddress } from "../../representation/addresses.ts";
import type { KnownSite } from "./known-site.ts";

/** Reads old addresses by the rules of the new site: those of its own hosts alone. */
export function oldPlaces(known: KnownSite, feed: OldFeed): OldPlaces & OldLinks {
  const { site, answer, articles } = known;
  const pages = new Set(articles.map(({ address }) => address));
  const hosts = new OldHosts([
    site.homeHost === null ? null : site.url,
    ...[...site.hosts].map((host) => `https://${host}`),
    feed.home ?? feed.url,
  ]);
  const isOwn = (url: URL) => /^https?:$/.test(url.protocol) && (hosts.size === 0 || hosts.has(url));
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
