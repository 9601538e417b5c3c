import type { Site } from "../../article/site.ts";

/**
 * A target as the site itself sees it: the path of a URL that leads to the site, or to a host that it had
 * before; any other as it is. The protocol plays no part: what is asked for without TLS is led to it.
 */
export function ownPlaces({ url, hosts }: Pick<Site, "url" | "hosts">): (to: string) => string {
  const own = new URL(url);
  return (to) => {
    const target = to.startsWith("/") ? null : URL.parse(to);
    if (target === null) return to;
    const name = target.hostname.replace(/\.$/, "");
    const isOwn = name === own.hostname && (target.port === own.port || target.port === "");
    if (!isOwn && !(hosts.has(name) && target.port === "")) return to;
    return target.pathname.replace(/\/{2,}/g, "/") + target.search + target.hash;
  };
}
