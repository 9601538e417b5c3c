import { sitePath } from "../../article/values.ts";

/** Parameters by which WordPress names a post. */
const NAMING = /^(?:p|page_id|attachment_id)$/;

/** Hosts of one site: with `www.` and without, whatever the scheme. */
export class OldHosts {
  readonly #hosts = new Set<string>();

  constructor(addresses: readonly (string | null)[]) {
    for (const address of addresses) {
      const host = URL.parse(address ?? "")?.host;
      if (host) this.#hosts.add(bare(host));
    }
  }

  has(url: URL): boolean {
    return this.#hosts.has(bare(url.host));
  }

  get size(): number {
    return this.#hosts.size;
  }
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}

/** The path of an old address as the new site can serve it; null for one with a query, or none at all. */
export function servedPath(url: URL): string | null {
  if (url.search !== "") return null;
  const path = sitePath(url.pathname.replace(/\/{2,}/g, "/"));
  return path === null || path === "/" || /[:*{}]/.test(path) || path.length > 480 ? null : path;
}

/** By what a post is found again from a link: path and naming query, without what may differ. */
export function addressKey(url: URL): string {
  const path = (sitePath(url.pathname.replace(/\/{2,}/g, "/")) ?? url.pathname).replace(
    /(?:\/index\.(?:html?|php))?\/*$/,
    "",
  );
  const names = [...url.searchParams].filter(([name]) => NAMING.test(name)).map(([, value]) => `?${value}`);
  return `${path}${names.join("")}`;
}
