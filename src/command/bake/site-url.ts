import type { Site } from "../../article/site.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { Refusal } from "../reports/refusal.ts";

/**
 * Where the links of a site lead: a site without a home of its own is where it is served. Throws
 * `Refusal` where that is nowhere that the world can reach.
 */
export function siteUrl(
  site: Pick<Site, "url" | "homeHost">,
  { url, servedAt, remote }: Pick<BakeFlags, "url" | "servedAt" | "remote">,
): Site["url"] {
  const found = url ?? (site.homeHost === null ? servedAt : site.url);
  if (found === undefined && remote) {
    throw new Refusal("site.toml gives the site no public address; set url there");
  }
  return found ?? site.url;
}
