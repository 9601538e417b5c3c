import type { Site } from "../article/site.ts";
import { ADDRESS } from "../representation/addresses.ts";

/** Everything may be read, and the sitemaps tell what there is (RFC 9309, https://www.sitemaps.org/protocol.html#submit_robots). */
export function renderRobots({ url }: Site): string {
  return `User-agent: *
Disallow:

Sitemap: ${url}${ADDRESS.sitemap}
Sitemap: ${url}${ADDRESS.newsSitemap}
`;
}
