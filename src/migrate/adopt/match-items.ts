import type { KnownArticle, OldLinks } from "./known-article.ts";
import type { MatchSign } from "./match-signs.ts";
import { MATCH_SIGNS } from "./match-signs.ts";
import type { OldItem } from "./read-old-feed.ts";

/** How an item was found to be an article. */
export type MatchReason = (typeof MATCH_SIGNS)[number]["reason"];

/** An item, and the article that it is; null where the folder has none. */
export interface ItemMatch {
  readonly item: OldItem;
  readonly found: {
    readonly article: KnownArticle;
    readonly reason: MatchReason;
    readonly isCertain: boolean;
  } | null;
}

/**
 * Finds for each item of a feed the article that it is. The strongest sign counts first; no article is
 * given to two items.
 */
export function matchItems(
  items: readonly OldItem[],
  articles: readonly KnownArticle[],
  links: OldLinks,
): readonly ItemMatch[] {
  const found = new Map<OldItem, ItemMatch["found"]>();
  const taken = new Set<KnownArticle>();
  for (const sign of MATCH_SIGNS as readonly (MatchSign & { readonly reason: MatchReason })[]) {
    const open = items.filter((item) => !found.has(item));
    if (open.length === 0) break;
    const ours = byValue(
      articles.filter((article) => !taken.has(article)),
      sign.ofArticle,
    );
    const theirs = byValue(open, (item) => sign.ofItem(item, links));
    for (const [value, [item, ...otherItems]] of theirs) {
      const [article, ...others] = (ours.get(value) ?? []).filter(
        (one) => !taken.has(one) && (item === undefined || (sign.fits?.(item, one) ?? true)),
      );
      if (item === undefined || article === undefined || found.has(item)) continue;
      if (others.length > 0 || (otherItems.length > 0 && !isExact(sign))) continue;
      found.set(item, { article, reason: sign.reason, isCertain: sign.isCertain });
      taken.add(article);
    }
  }
  return items.map((item) => ({ item, found: found.get(item) ?? null }));
}

/** A feed may hold an item twice: the first counts where an id or an address tells which. */
function isExact({ reason }: MatchSign): boolean {
  return reason === "id" || reason === "address";
}

function byValue<T>(list: readonly T[], values: (one: T) => readonly (string | null)[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of list) {
    for (const value of new Set(values(one))) {
      if (value === null) continue;
      const alike = map.get(value);
      if (alike) alike.push(one);
      else map.set(value, [one]);
    }
  }
  return map;
}
