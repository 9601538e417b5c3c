/** Where old addresses are led from that are no article's own. */
export const REDIRECTS_FILE = "_redirects";

/** Names that a site knows without being told. */
const KNOWN: ReadonlySet<string> = new Set(["p", "page_id", "cat", "feed", "alt", "m"]);

/**
 * Writes redirects of old addresses, such as `/?p=123` and `/tag/tides/`, a line each, below those that an earlier
 * import wrote: it may have had more of the site.
 */
export function redirectsText(before: string, redirects: ReadonlyMap<string, string>): string {
  const lines = new Map<string, string>();
  for (const line of before.split("\n").filter((one) => one !== "")) {
    lines.set(line.slice(0, line.lastIndexOf(" ")), line);
  }
  for (const [from, to] of redirects) {
    const [path = "", query = ""] = from.split("?", 2);
    const key = [path, ...query.split("&").filter((pair) => pair !== "")].join(" ");
    lines.set(key, `${key} ${to}`);
  }
  return `${[...lines.values()].join("\n")}\n`;
}

/** Names in the queries of old addresses that the settings have to list. */
export function queryNames(redirects: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set<string>();
  for (const from of redirects.keys()) {
    for (const [name] of new URLSearchParams(from.split("?", 2)[1] ?? ""))
      if (!KNOWN.has(name)) names.add(name);
  }
  return [...names].slice(0, 20);
}
