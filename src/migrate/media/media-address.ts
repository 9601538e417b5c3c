import type { OldHosts } from "../write/old-address.ts";

/** Which files are fetched: those of the old site, all that texts show, or none. */
export type MediaChoice = "site" | "all" | "none";

/** Names of files that can be published; a link to anything else leads to a page. */
const MEDIA_FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|ogv|pdf|epub|zip)$/i;

/** Whether a link leads to a file rather than to a page. */
export function isMediaFile(url: URL): boolean {
  return MEDIA_FILE.test(url.pathname);
}

/** Undoes what serves smaller copies of pictures by another host's address. */
export function originalOf(url: URL): URL {
  const proxied = /^i\d\.wp\.com$/.test(url.hostname) ? URL.parse(`https:/${url.pathname}`) : null;
  if (proxied !== null) return proxied;
  const isWordpressFile =
    /(?:^|\.)files\.wordpress\.com$/.test(url.hostname) || /\/wp-content\/uploads\//.test(url.pathname);
  if (isWordpressFile && url.search !== "") return new URL(url.pathname, url);
  return url;
}

/** Whether a file is fetched. */
export function isWanted(url: URL, choice: MediaChoice, own: OldHosts, others: readonly string[]): boolean {
  if (choice === "none" || !/^https?:$/.test(url.protocol)) return false;
  if (choice === "all" || own.has(url)) return true;
  return others.some((host) => url.host === host || url.hostname.endsWith(`.${host}`));
}
