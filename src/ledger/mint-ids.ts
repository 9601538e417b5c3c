import { fillTokens } from "../article/address-pattern.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";
import type { Place } from "./addresses.ts";
import { stemOf } from "./match.ts";
import { tokenValues } from "./pattern-address.ts";

/**
 * Makes ids from paths (RFC 4151). A place whose first article lives elsewhere by now gives a
 * numbered one, and so does one whose id a front matter asks for; where that article still lies beside
 * it, both would ask for one id. `known` are the files of known articles that ask for no id of their own.
 */
export function idMint(
  ids: ReadonlySet<string>,
  known: readonly ContentPath[],
  authority: string,
): (path: ContentPath) => ArticleId | { readonly takenBy: ContentPath } {
  const stems = new Map<string, ContentPath>();
  for (const path of known) stems.set(stemOf(path), path);
  return (path) => {
    const stem = stemOf(path);
    const takenBy = stems.get(stem);
    if (takenBy !== undefined) return { takenBy };
    stems.set(stem, path);
    // Joined, for one flat string: what is put together by a template keeps its parts for good.
    const first = ["tag", authority, stem.split("/").map(encodeURIComponent).join("/")].join(":");
    let id = first;
    for (let number = 2; ids.has(id); number += 1) id = `${first};${number}`;
    return id as ArticleId;
  };
}

/**
 * The id that the pattern `ids` in site.toml makes for an article at its first address. Slashes that a
 * missing value would leave double are one.
 */
export function patternId(
  pattern: string,
  { slug, address }: Place,
  published: EpochSeconds,
  site: Site,
  source: Source,
): ArticleId {
  const valueAt = tokenValues(pattern, slug, published, site, source);
  const id = fillTokens(pattern, (token) => (token === "address" ? address : valueAt(token)));
  return id.replace(/(?<!:)\/{2,}/g, "/") as ArticleId;
}

/** Tells the ids that were made here from those of front matter. */
export function isMintedBy({ ids }: Pick<Site, "ids">): (id: ArticleId) => boolean {
  const start = ids === null ? null : ids.slice(0, ids.indexOf("{"));
  return (id) => id.startsWith("tag:") || (start !== null && id.startsWith(start));
}
