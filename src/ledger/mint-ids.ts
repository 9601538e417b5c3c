import { fillTokens } from "../article/address-pattern.ts";
import { placeIn } from "../article/folder-order.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";
import type { Place } from "./addresses.ts";
import type { Ids } from "./known-ids.ts";
import { stemOf } from "./match.ts";
import { tokenValues } from "./pattern-address.ts";

/**
 * Makes ids from paths (RFC 4151). A place whose first article lives elsewhere by now gives a
 * numbered one, and so does one whose id a front matter asks for; where that article still lies beside
 * it, both would ask for one id. `known` are the files of known articles that ask for no id of their own;
 * `others` finds one of more of them by its stem.
 */
export function idMint(
  ids: Pick<Ids, "has">,
  known: readonly ContentPath[],
  authority: string,
  others: (stem: string) => ContentPath | null = () => null,
): (path: ContentPath) => ArticleId | { readonly takenBy: ContentPath } {
  const stems = new Map<string, ContentPath>();
  for (const path of known) stems.set(stemOf(path), path);
  return (path) => {
    const stem = stemOf(path);
    const takenBy = stems.get(stem) ?? others(stem);
    if (takenBy !== null) return { takenBy };
    stems.set(stem, path);
    // Joined, for one flat string: what is put together by a template keeps its parts for good.
    const first = ["tag", authority, stem.split("/").map(encodeURIComponent).join("/")].join(":");
    let id = first;
    for (let number = 2; ids.has(id); number += 1) id = `${first};${number}`;
    return id as ArticleId;
  };
}

/** The file of an article that stays, has this stem, and asks for no id of its own; null where none is. */
export function stayingAt(stem: string, { of, list }: StayingArticles): ContentPath | null {
  const start = `${stem}.`;
  for (let at = placeIn(list, of.path, start); at < list.length; at += 1) {
    const path = of.path(list[at] ?? 0);
    if (!path.startsWith(start)) break;
    if (stemOf(path) === stem && !of.hasOwnId(list[at] ?? 0)) return path;
  }
  return null;
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
